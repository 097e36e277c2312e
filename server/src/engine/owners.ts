import { folderOf, nameOf, resolveUri } from "../base/address.ts";
import { once } from "../base/memo.ts";
import { mayBeTemplate } from "../dialects/detect.ts";
import { readTemplate } from "../dialects/read.ts";
import { Reading } from "../model/reading.ts";
import { Resource } from "../model/resource.ts";
import { World } from "../model/world.ts";
import { claimsOf } from "../project/entry/claims.ts";
import { read } from "../syntax/read.ts";
import { type FileState, type Snapshot, templatesUri } from "./snapshot.ts";

/** Templates that may have a file of code behind a function, and the addresses that have to be read to know. */
export interface Claimants {
  readonly templates: readonly string[];
  readonly wanted: readonly string[];
}

/** What templates are called. */
const NAMES = /\.(?:ya?ml|json|template)$/i;
/** What other tools call theirs: looking into them would be for nothing. */
const OTHERS =
  /^(?:package(?:-lock)?|npm-shrinkwrap|composer|[jt]sconfig.*|tslint|\.?eslintrc.*|\.prettierrc.*|angular|nx|turbo|lerna|renovate|cdk|samconfig|pillar-hints|pnpm-lock|pnpm-workspace|docker-compose.*|mkdocs|openapi.*|swagger.*|buildspec.*)\.(?:ya?ml|json)$/i;
/** AWS accepts templates of one megabyte at most. In UTF-16 units. */
const LONGEST = 1_000_000;
/** A folder with more files than these that may be templates holds something else. */
const MOST_IN_FOLDER = 60;

/** Whether a file may be a template, by its name. */
export const mayNameTemplate = (name: string): boolean => NAMES.test(name) && !OTHERS.test(name);

/** Whether a text may be a template whose functions have their code elsewhere than below its own folder, by words alone. */
export const mayReachOut = (text: string): boolean => text.length <= LONGEST && text.includes("..") && mayBeTemplate(text);

/** The templates in the folder of a file with code, and in those above it that belong to the workspace, that may have it. */
export function claimantsAbove(snapshot: Snapshot, uri: string): Claimants {
  const wanted: string[] = [];
  const candidates: string[] = [];
  for (const folder of foldersUpwards(snapshot, uri)) {
    const listing = snapshot.files.get(folder);
    if (!listing) wanted.push(folder);
    const names = listing?.state === "loaded" ? listing.text.split("\n").filter(mayNameTemplate) : [];
    if (names.length <= MOST_IN_FOLDER) candidates.push(...names.flatMap((name) => resolveUri(folder, name) ?? []));
  }
  wanted.push(...candidates.filter((candidate) => !snapshot.files.has(candidate)));
  return { templates: candidates.filter((candidate) => mayHave(snapshot, candidate, uri)), wanted };
}

/** All other templates that may have a file: those that are known already, and those anywhere in the workspace folder that reach out of their own. */
export function claimantsElsewhere(snapshot: Snapshot, uri: string): Claimants {
  const known = [...snapshot.files.keys()].filter((each) => mayNameTemplate(nameOf(each)));
  const workspace = workspaceOf(snapshot, uri);
  if (workspace === undefined) return { templates: known.filter((each) => mayHave(snapshot, each, uri)), wanted: [] };
  const walked = snapshot.files.get(templatesUri(workspace));
  if (!walked) return { templates: [], wanted: [templatesUri(workspace)] };
  const listed = walked.state === "loaded" ? walked.text.split("\n").filter((each) => each !== "") : [];
  return {
    templates: [...new Set([...known, ...listed])].filter((each) => mayHave(snapshot, each, uri)),
    wanted: listed.filter((each) => !snapshot.files.has(each)),
  };
}

/** The folders from a file's own up to that of the workspace, nearest first; its own alone where it belongs to none. */
function foldersUpwards(snapshot: Snapshot, uri: string): readonly string[] {
  const top = workspaceOf(snapshot, uri) ?? folderOf(uri);
  const folders: string[] = [];
  for (let folder = folderOf(uri); folder !== undefined && top !== undefined && folder.startsWith(top); folder = folderOf(folder)) folders.push(folder);
  return folders;
}

/** The innermost workspace folder around a file, with a slash at its end. */
function workspaceOf({ folders }: Snapshot, uri: string): string | undefined {
  const around = folders.map((folder) => `${folder}/`).filter((folder) => uri.startsWith(folder));
  return around.sort((a, b) => b.length - a.length)[0];
}

function mayHave({ files }: Snapshot, template: string, uri: string): boolean {
  const file = files.get(template);
  return file?.state === "loaded" && claimsIn(file)(template).some((claim) => uri.startsWith(claim));
}

/** What the functions of a template claim: read once for each text. */
const claimsIn = once((file: Extract<FileState, { state: "loaded" }>) => {
  const known = new Map<string, readonly string[]>();
  return (template: string): readonly string[] => {
    const found = known.get(template) ?? readClaims(template, file.text);
    known.set(template, found);
    return found;
  };
});

function readClaims(uri: string, text: string): readonly string[] {
  const template = text.length <= LONGEST && mayBeTemplate(text) ? readTemplate(uri, read(text)) : undefined;
  if (!template) return [];
  const reading = new Reading(template, World.first(template.scope), new Set());
  const parts = (template.links.kinds.get("function") ?? []).flatMap((id) => template.parts.get(id) ?? []);
  return [...new Set(parts.flatMap((part) => claimsOf(new Resource<"function">(part, reading), uri)))];
}
