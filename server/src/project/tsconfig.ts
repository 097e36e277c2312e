import { encodedPath, folderOf, resolveFolder, resolveUri } from "../base/address.ts";
import { type Answer, answer } from "./answer.ts";
import type { ProjectFiles } from "./files.ts";
import { asObject, asText, asTexts, type JsonObject, jsonAt } from "./json.ts";
import { firstThere, nearestUp } from "./look.ts";

/** What the settings of TypeScript say about where files are. Folders are addresses that end with `/`. */
export interface CompilerSettings {
  /** Where the nearest file stands. */
  readonly folder: string;
  readonly rootDir: string | undefined;
  readonly outDir: string | undefined;
  readonly baseUrl: string | undefined;
  readonly paths: readonly PathMapping[];
}

/** `@lib/*` → addresses with one `*`, in the order in which they are tried. */
export interface PathMapping {
  readonly pattern: string;
  readonly targets: readonly string[];
}

/** Chains of files that extend one another are short; a longer one goes in a circle. */
const LONGEST_CHAIN = 8;

/** The settings that govern a folder: the nearest file upwards, with what it extends. Undefined where there is none. */
export function compilerSettings(files: ProjectFiles, folder: string): Answer<CompilerSettings | undefined> {
  const nearest = nearestUp(files, folder, ["tsconfig.json", "jsconfig.json"]);
  if (!nearest.known || nearest.value === undefined) return nearest.known ? answer(undefined) : nearest;
  const own = folderOf(nearest.value) ?? nearest.value;
  const read = settingsIn(files, nearest.value, own, LONGEST_CHAIN);
  return read.known ? answer({ rootDir: undefined, outDir: undefined, baseUrl: undefined, paths: [], ...read.value, folder: own }) : read;
}

type Written = Partial<Omit<CompilerSettings, "folder">>;

function settingsIn(files: ProjectFiles, uri: string, leaf: string, left: number): Answer<Written> {
  const read = jsonAt(files, uri);
  if (!read.known) return read;
  const json = read.value;
  let inherited: Written = {};
  for (const name of left > 0 ? asTexts(json?.extends) : []) {
    const base = extended(files, uri, name);
    if (!base.known) return base;
    const settings = base.value === undefined ? answer<Written>({}) : settingsIn(files, base.value, leaf, left - 1);
    if (!settings.known) return settings;
    inherited = { ...inherited, ...settings.value };
  }
  return answer({ ...inherited, ...written(asObject(json?.compilerOptions) ?? {}, uri, leaf, inherited.baseUrl) });
}

/** Settings of a package are not read: they say nothing about where the files of this workspace are. */
function extended(files: ProjectFiles, uri: string, name: string): Answer<string | undefined> {
  if (!name.startsWith(".")) return answer(undefined);
  const base = resolveUri(uri, name);
  return base === undefined ? answer(undefined) : firstThere(files, base.endsWith(".json") ? [base] : [`${base}.json`, `${base}/tsconfig.json`]);
}

/** Paths count from the file that says them. */
function written(options: JsonObject, uri: string, leaf: string, inheritedBase: string | undefined): Written {
  const found: { -readonly [K in keyof Written]: Written[K] } = {};
  for (const key of ["rootDir", "outDir", "baseUrl"] as const) {
    const path = asText(options[key]);
    const folder = path === undefined ? undefined : resolveFolder(path.startsWith(LEAF) ? leaf : uri, path.replace(LEAF, "."));
    if (folder !== undefined) found[key] = folder;
  }
  const paths = asObject(options.paths);
  if (paths) found.paths = Object.entries(paths).map(([pattern, targets]) => mapping(pattern, asTexts(targets), found.baseUrl ?? inheritedBase ?? uri, leaf));
  return found;
}

const LEAF = "${configDir}";

function mapping(pattern: string, targets: readonly string[], base: string, leaf: string): PathMapping {
  const uris = targets.flatMap((target) => resolveUri(target.startsWith(LEAF) ? leaf : base, target.replace(LEAF, ".")) ?? []);
  return { pattern, targets: uris.map((uri) => uri.replaceAll(encodedPath("*"), "*")) };
}

/** The addresses that a specifier may mean by the settings' paths: those of the pattern with the longest text before its star. */
export function mappedBy(settings: CompilerSettings, specifier: string): readonly string[] {
  const matching = settings.paths.filter(({ pattern }) => starOf(pattern, specifier) !== undefined);
  const [best] = matching.sort((a, b) => rank(b.pattern) - rank(a.pattern));
  const star = best ? (starOf(best.pattern, specifier) ?? "") : "";
  return (best?.targets ?? []).map((target) => target.replace("*", encodedPath(star)));
}

const rank = (pattern: string): number => (pattern.includes("*") ? pattern.indexOf("*") : Number.POSITIVE_INFINITY);

function starOf(pattern: string, specifier: string): string | undefined {
  const [before = "", after] = pattern.split("*", 2);
  if (after === undefined) return pattern === specifier ? "" : undefined;
  const fits = specifier.length >= before.length + after.length && specifier.startsWith(before) && specifier.endsWith(after);
  return fits ? specifier.slice(before.length, specifier.length - after.length) : undefined;
}
