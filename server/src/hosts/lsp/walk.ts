import { nameOf, resolveFolder, resolveUri } from "../../base/address.ts";
import { mayNameTemplate, mayReachOut } from "../../engine/owners.ts";
import type { FileState } from "../../engine/snapshot.ts";
import { isOutputFolder } from "../../project/built/output.ts";
import { isNeverRead } from "../../project/look.ts";
import { bounded } from "../node/bounded.ts";
import type { Found } from "./reader.ts";

/** A workspace with more folders than these is looked through in part, the upper folders first. */
const MOST_FOLDERS = 5_000;
/** Files with more than these names that templates may have are looked at in part. */
const MOST_FILES = 5_000;
/** A link may lead back up: what is nested deeper is nobody's layout. */
const DEEPEST = 12;
const AT_ONCE = 8;

type Read = (uri: string) => Promise<FileState>;
type FoundTemplate = Extract<Found, { readonly uri: string }>;

/**
 * Every template below a folder whose code may stand elsewhere than below its own folder, with its text; others are let go as soon as they are read.
 * What tools made is not entered.
 * @param folder ends with a slash
 */
export async function templatesReachingOut(folder: string, read: Read): Promise<readonly FoundTemplate[]> {
  const inTurn = bounded(AT_ONCE);
  const names: string[] = [];
  let level = [folder];
  for (let depth = 0, seen = 0; level.length > 0 && depth < DEEPEST && seen < MOST_FOLDERS; depth += 1) {
    const entered = level.slice(0, MOST_FOLDERS - seen);
    seen += entered.length;
    const listings = await Promise.all(entered.map((each) => inTurn(async () => ({ each, state: await read(each) }))));
    const entries = listings.flatMap(({ each, state }) => (state.state === "loaded" ? state.text.split("\n").map((name) => ({ each, name })) : []));
    level = entries.flatMap(({ each, name }) => (isSource(name) ? (resolveFolder(each, name) ?? []) : []));
    names.push(...entries.flatMap(({ each, name }) => (mayNameTemplate(name) ? (resolveUri(each, name) ?? []) : [])));
  }
  const files = await Promise.all(names.slice(0, MOST_FILES).map((uri) => inTurn(async () => reachingOut(uri, read))));
  return files.flat();
}

/** One file, where it is such a template. */
export async function reachingOut(uri: string, read: Read): Promise<readonly FoundTemplate[]> {
  const file = mayNameTemplate(nameOf(uri)) ? await read(uri) : undefined;
  return file?.state === "loaded" && mayReachOut(file.text) ? [{ uri, file }] : [];
}

function isSource(name: string): boolean {
  const folder = name.endsWith("/") ? name.slice(0, -1) : "";
  return folder !== "" && !folder.startsWith(".") && !isNeverRead(folder) && !isOutputFolder(folder);
}
