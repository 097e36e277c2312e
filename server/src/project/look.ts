import { folderOf, nameOf, resolveUri } from "../base/address.ts";
import { unknown } from "../model/value.ts";
import { type Answer, answer } from "./answer.ts";
import type { ProjectFiles } from "./files.ts";

/** Folders that hold what others wrote or what tools made. They are never looked into. */
const NEVER: ReadonlySet<string> = new Set(["node_modules", ".aws-sam", ".venv", "venv", "site-packages", "cdk.out", ".serverless", "__pycache__", ".git"]);

export const isNeverRead = (name: string): boolean => NEVER.has(name);

/** The names in a folder, those of folders with a `/` behind them; none for a folder that is not there, or whose content is nobody's source. */
export function namesIn(files: ProjectFiles, folder: string): Answer<readonly string[]> {
  if (isOfOthers(files, folder)) return answer([]);
  if (!files.includes(folder)) return unknown("it lies outside the workspace");
  const names = files.names(folder);
  return names.known ? answer(names.value ?? []) : names;
}

/** Whether a folder of the workspace stands in one that is never read; what the workspace itself stands in does not count. */
const isOfOthers = (files: ProjectFiles, folder: string): boolean =>
  folder.split("/").some(isNeverRead) &&
  upwards(files, folder)
    .slice(0, -1)
    .some((at) => isNeverRead(nameOf(at)));

/** The first of some files that is there. One listing answers for all files of a folder; nothing behind the first is looked for. */
export function firstThere(files: ProjectFiles, uris: readonly string[]): Answer<string | undefined> {
  const listings = new Map<string, readonly string[]>();
  for (const uri of uris) {
    const folder = folderOf(uri);
    if (folder === undefined) continue;
    if (!listings.has(folder)) {
      const names = namesIn(files, folder);
      if (!names.known) return names;
      listings.set(folder, names.value);
    }
    if (listings.get(folder)?.includes(listedAs(uri))) return answer(uri);
  }
  return answer(undefined);
}

/** How a listing has a file or folder. */
export const listedAs = (uri: string): string => (uri.endsWith("/") ? `${nameOf(uri)}/` : nameOf(uri));

/** Whether a file is there, or a folder where the address ends with `/`. */
export function isThere(files: ProjectFiles, uri: string): Answer<boolean> {
  const folder = folderOf(uri);
  if (folder === undefined) return answer(false);
  const names = namesIn(files, folder);
  return names.known ? answer(names.value.includes(listedAs(uri))) : names;
}

/** A folder and those above it that belong to the workspace, nearest first. */
export function upwards(files: ProjectFiles, folder: string): readonly string[] {
  const found: string[] = [];
  for (let at: string | undefined = folder; at !== undefined && files.includes(at); at = folderOf(at)) found.push(at);
  return found;
}

/** The nearest file upwards from a folder that has one of these names; of several in one folder the first named. */
export function nearestUp(files: ProjectFiles, folder: string, names: readonly string[]): Answer<string | undefined> {
  for (const at of upwards(files, folder)) {
    const found = firstThere(
      files,
      names.flatMap((name) => resolveUri(at, name) ?? []),
    );
    if (!found.known || found.value !== undefined) return found;
  }
  return answer(undefined);
}
