import { type Dirent, existsSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from "node:fs";
import { dirname, join } from "node:path";
import ignore, { type Ignore } from "ignore";

export interface Walked {
  /** Absolute paths, each once, in the order of the paths given and then by name. */
  readonly files: readonly string[];
  /** Folders and files that could not be listed, with the reason. */
  readonly unreadable: readonly { readonly path: string; readonly why: string }[];
  /** Paths that are not there. */
  readonly missing: readonly string[];
}

/** Folders of other tools: what lies in them was made from sources that are reviewed elsewhere. */
const LEFT_OUT = new Set(["node_modules", ".aws-sam", "cdk.out", ".serverless", ".git"]);
/** What a template in a folder may be called; a file that is named itself may have any name. */
const NAMES = /\.(ya?ml|jsonc?|template|cfn|cform)$/i;

/**
 * The files that may be templates: those named, and those below the folders named.
 * @param paths absolute
 */
export function walk(paths: readonly string[]): Walked {
  const walking: Walking = { files: new Set(), links: [], unreadable: [], folders: new Set() };
  const missing: string[] = [];
  for (const path of paths) {
    const found = statOf(path);
    if (!found) missing.push(path);
    else if (found.isDirectory()) enter(path, gitignoresAbove(path), walking);
    else walking.files.add(path);
  }
  followLinks(walking);
  return { files: [...walking.files], unreadable: walking.unreadable, missing };
}

interface Walking {
  readonly files: Set<string>;
  /** Symbolic links to files. */
  readonly links: string[];
  readonly unreadable: { readonly path: string; readonly why: string }[];
  /** Real paths of folders that were entered, so that none is entered twice, by whatever way. */
  readonly folders: Set<string>;
}

/** The patterns of one `.gitignore`, for what lies below its folder. */
interface Patterns {
  readonly folder: string;
  readonly matcher: Ignore;
}

function enter(folder: string, above: readonly Patterns[], walking: Walking): void {
  const entries = entriesOf(folder, walking);
  if (!entries) return;
  const own = entries.some(({ name }) => name === ".gitignore") ? patternsIn(folder) : undefined;
  const patterns = own ? [own, ...above] : above;
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!LEFT_OUT.has(entry.name) && !ignored(`${path}/`, patterns)) enter(path, patterns, walking);
    } else if (NAMES.test(entry.name) && !ignored(path, patterns)) {
      if (entry.isFile()) walking.files.add(path);
      // A linked folder is not entered: what it holds is found where it stands, and loops end there.
      else if (entry.isSymbolicLink()) walking.links.push(path);
    }
  }
}

function entriesOf(folder: string, { folders, unreadable }: Walking): readonly Dirent[] | undefined {
  try {
    const real = realpathSync(folder);
    if (folders.has(real)) return undefined;
    folders.add(real);
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    unreadable.push({ path: folder, why: "The folder cannot be read." });
    return undefined;
  }
}

/** A link counts as the file that it leads to, unless that file is reviewed under its own name. */
function followLinks({ files, links }: Walking): void {
  const real = links.length > 0 ? new Set([...files].map(realPathOf)) : new Set();
  for (const link of links) {
    const target = realPathOf(link);
    if (target === undefined || real.has(target) || !statOf(target)?.isFile()) continue;
    real.add(target);
    files.add(link);
  }
}

/** The nearest `.gitignore` that says anything about a path decides; within one the last line does. */
function ignored(path: string, patterns: readonly Patterns[]): boolean {
  for (const { folder, matcher } of patterns) {
    const result = matcher.test(path.slice(folder.length + 1).replaceAll("\\", "/"));
    if (result.ignored) return true;
    if (result.unignored) return false;
  }
  return false;
}

/** The patterns of the repository that a folder lies in, nearest first; none where it is ignored itself, since somebody asked for it. */
function gitignoresAbove(folder: string): readonly Patterns[] {
  const top = repositoryOf(folder);
  const patterns: Patterns[] = [];
  for (let at = folder; top !== undefined && at !== top; at = dirname(at)) {
    const above = patternsIn(dirname(at));
    if (above) patterns.push(above);
  }
  return ignored(`${folder}/`, patterns) ? [] : patterns;
}

/** The root of the repository that a folder lies in. */
export function repositoryOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return at;
    if (dirname(at) === at) return undefined;
  }
}

function patternsIn(folder: string): Patterns | undefined {
  try {
    return { folder, matcher: ignore({ ignorecase: false }).add(readFileSync(join(folder, ".gitignore"), "utf8")) };
  } catch {
    // There is none, or it leaves nothing out as far as anybody can read.
    return undefined;
  }
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function realPathOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
