/** What tests about the repository itself read: source files and the modules that they import. */
import { readdirSync, readFileSync } from "node:fs";
import { join, posix, sep } from "node:path";

export const ROOT = join(import.meta.dirname, "..", "..");

/** Paths relative to the root, forward slashes, of all files below a folder whose name ends in `.ts`. */
export function sourcesBelow(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((name) => posix.join(folder, name.split(sep).join("/")))
    .filter((path) => path.endsWith(".ts"))
    .sort();
}

export const textOf = (path: string): string => readFileSync(join(ROOT, path), "utf8");

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** Path relative to the root for a file of the repository, `undefined` for a package. */
  readonly file: string | undefined;
  /** Nothing of it is left after compiling. */
  readonly typeOnly: boolean;
}

const HEAD = /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|import\b([^"';]*)"([^"]+)"(?:\s*with\s*\{[^}]*\})?;?/y;
const EXPORT_FROM = /^export\b([^"';=(]*)\bfrom\s+"([^"]+)"/gm;
const DYNAMIC = /\bimport\(\s*"([^"]+)"/g;

/** The imports of one file: those at its head, re-exports and dynamic ones. Text inside examples is not taken for an import, as these never stand at the head. */
export function importsOf(path: string): readonly Import[] {
  const text = textOf(path);
  const written = [...headImports(text), ...[...text.matchAll(EXPORT_FROM)].map(([, clause = "", from = ""]) => ({ clause, from }))];
  const dynamic = [...text.matchAll(DYNAMIC)].map(([, from = ""]) => ({ clause: "", from }));
  return [...written, ...dynamic].map(({ clause, from }) => ({ specifier: from, file: resolved(path, from), typeOnly: /^\s*type\b/.test(clause) }));
}

function headImports(text: string): { clause: string; from: string }[] {
  const found: { clause: string; from: string }[] = [];
  HEAD.lastIndex = 0;
  for (let match = HEAD.exec(text); match; match = HEAD.exec(text)) {
    const [, clause, from] = match;
    if (from !== undefined) found.push({ clause: clause ?? "", from });
  }
  return found;
}

function resolved(importer: string, specifier: string): string | undefined {
  return specifier.startsWith(".") ? posix.join(posix.dirname(importer), specifier) : undefined;
}
