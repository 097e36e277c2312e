import { folderOf, nameOf, resolveFolder, resolveUri } from "../../base/address.ts";
import { type Answer, answer } from "../answer.ts";
import type { ProjectFiles } from "../files.ts";
import { asObject, asText, asTexts, jsonAt } from "../json.ts";
import { isNeverRead, namesIn, upwards } from "../look.ts";
import { nearestPackage, type PackageFile, packageIn } from "../package-file.ts";
import { codeFile } from "./code-file.ts";
import { exportedBy, packageSource } from "./package-source.ts";

/** A package by its name, and the path in it that is imported; empty for the package as a whole. */
export interface Wanted {
  readonly name: string;
  readonly inside: string;
}

/** The source of a package that stands in the same workspace of npm, Yarn, pnpm or Lerna; undefined for one that is installed. */
export function workspacePackage(files: ProjectFiles, from: string, wanted: Wanted): Answer<string | undefined> {
  const importer = nearestPackage(files, folderOf(from) ?? from);
  if (!importer.known || !importer.value) return importer.known ? answer(undefined) : importer;
  if (importer.value.name === wanted.name) return sourceIn(files, importer.value, wanted);
  const found = declaredPath(files, importer.value, wanted) ?? member(files, importer.value, wanted);
  if (!found.known || !found.value) return found.known ? answer(undefined) : found;
  return sourceIn(files, found.value, wanted);
}

function sourceIn(files: ProjectFiles, found: PackageFile, { inside }: Wanted): Answer<string | undefined> {
  const source = packageSource(files, found, exportedBy(found, inside));
  if (!source.known || source.value !== undefined || inside === "") return source;
  const uri = resolveUri(found.folder, inside);
  return uri === undefined ? answer(undefined) : codeFile(files, uri);
}

/** A dependency by its path: `file:../shared`, `link:../shared`. */
function declaredPath(files: ProjectFiles, importer: PackageFile, { name }: Wanted): Answer<PackageFile | undefined> | undefined {
  const path = /^(?:file|link|portal):(.+)$/.exec(versionOf(importer, name) ?? "")?.[1];
  const folder = path === undefined ? undefined : resolveFolder(importer.folder, path);
  return folder === undefined ? undefined : packageIn(files, folder);
}

const versionOf = ({ json }: PackageFile, name: string): string | undefined =>
  ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"].map((group) => asText(asObject(json[group])?.[name])).find((one) => one);

/**
 * The member of the workspace with this name. Folders called like the package are asked first, and the others only where something says that it is a
 * member: its version, or a scope that it shares with the importer.
 */
function member(files: ProjectFiles, importer: PackageFile, { name }: Wanted): Answer<PackageFile | undefined> {
  const folders = memberFolders(files, importer.folder);
  if (!folders.known) return folders;
  const last = name.slice(name.lastIndexOf("/") + 1);
  const isLikely = (folder: string): boolean => nameOf(folder) === last || last.endsWith(`-${nameOf(folder)}`);
  const said = /^workspace:|^\*$/.test(versionOf(importer, name) ?? "") || (scopeOf(name) !== "" && scopeOf(name) === scopeOf(importer.name ?? ""));
  const asked = [...folders.value.filter(isLikely), ...(said ? folders.value.filter((folder) => !isLikely(folder)) : [])];
  for (const folder of asked) {
    const found = packageIn(files, folder);
    if (!found.known || found.value?.name === name) return found;
  }
  return answer(undefined);
}

const scopeOf = (name: string): string => /^@[^/]+\//.exec(name)?.[0] ?? "";

/** The folders of the nearest workspace upwards. */
function memberFolders(files: ProjectFiles, folder: string): Answer<readonly string[]> {
  for (const above of upwards(files, folder)) {
    const patterns = patternsIn(files, above);
    if (!patterns.known) return patterns;
    if (patterns.value.length > 0) return expanded(files, above, patterns.value);
  }
  return answer([]);
}

function patternsIn(files: ProjectFiles, folder: string): Answer<readonly string[]> {
  const names = namesIn(files, folder);
  if (!names.known) return names;
  const found: string[] = [];
  for (const name of SETTINGS.filter((one) => names.value.includes(one))) {
    const uri = resolveUri(folder, name);
    const patterns = uri === undefined ? answer([]) : patternsAt(files, uri);
    if (!patterns.known) return patterns;
    found.push(...patterns.value);
  }
  return answer(found.filter((pattern) => !pattern.startsWith("!")));
}

/** The files in which npm, pnpm and Lerna list the members. Of pnpm's only a plain list is read. */
const SETTINGS = ["package.json", "pnpm-workspace.yaml", "lerna.json"] as const;

function patternsAt(files: ProjectFiles, uri: string): Answer<readonly string[]> {
  if (uri.endsWith(".json")) {
    const json = jsonAt(files, uri);
    if (!json.known) return json;
    const listed = uri.endsWith("lerna.json") ? json.value?.packages : json.value?.workspaces;
    return answer(asTexts(asObject(listed)?.packages ?? listed));
  }
  const text = files.text(uri);
  return text.known ? answer([...(text.value ?? "").matchAll(/^\s*-\s+["']?([^"'#\s]+)["']?\s*(?:#.*)?$/gm)].map(([, pattern = ""]) => pattern)) : text;
}

/** Workspaces of more folders are not searched. */
const MOST_MEMBERS = 200;

/** The folders that patterns such as `packages/*` mean; `**` is taken for two levels. */
function expanded(files: ProjectFiles, root: string, patterns: readonly string[]): Answer<readonly string[]> {
  const found = new Set<string>();
  for (const pattern of patterns) {
    let folders: readonly string[] = [root];
    for (const step of pattern.replace(/^\.\//, "").replace(/\/$/, "").split("/")) {
      const next = step === "**" ? twoLevels(files, folders) : oneStep(files, folders, step);
      if (!next.known) return next;
      folders = next.value;
    }
    for (const folder of folders) found.add(folder);
  }
  return answer([...found].slice(0, MOST_MEMBERS));
}

function oneStep(files: ProjectFiles, folders: readonly string[], step: string): Answer<readonly string[]> {
  if (!step.includes("*")) return answer(folders.flatMap((folder) => resolveFolder(folder, step) ?? []));
  const [before = "", after = ""] = step.split("*", 2);
  const found: string[] = [];
  for (const folder of folders) {
    const names = namesIn(files, folder);
    if (!names.known) return names;
    const fitting = names.value.filter((name) => name.endsWith("/") && name.startsWith(before) && name.slice(0, -1).endsWith(after) && isMember(name));
    found.push(...fitting.flatMap((name) => resolveFolder(folder, name) ?? []));
  }
  return answer(found);
}

const isMember = (name: string): boolean => !isNeverRead(name.slice(0, -1)) && !name.startsWith(".");

function twoLevels(files: ProjectFiles, folders: readonly string[]): Answer<readonly string[]> {
  const first = oneStep(files, folders, "*");
  if (!first.known) return first;
  const second = oneStep(files, first.value, "*");
  return second.known ? answer([...first.value, ...second.value]) : second;
}
