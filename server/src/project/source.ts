import type { LanguageName } from "../model/code/module.ts";
import { type Unknown, unknown } from "../model/value.ts";
import type { GrammarName } from "../syntax/code/parser.ts";
import { type Answer, answer } from "./answer.ts";
import type { ProjectFiles } from "./files.ts";

const GRAMMARS: Readonly<Record<string, GrammarName>> = {
  js: "javascript",
  mjs: "javascript",
  cjs: "javascript",
  jsx: "javascript",
  ts: "typescript",
  mts: "typescript",
  cts: "typescript",
  tsx: "tsx",
  py: "python",
};

/** The grammar of a file by its extension; undefined for what is no handler code, and for declarations of types alone. */
export function grammarOf(uri: string): GrammarName | undefined {
  return /\.d\.[cm]?ts$/.test(uri) ? undefined : GRAMMARS[/\.([a-z]+)$/.exec(uri)?.[1] ?? ""];
}

export const languageOf = (grammar: GrammarName): LanguageName => (grammar === "python" ? "python" : "javascript");

/**
 * Extensions of a language's modules in the order in which they are looked for. Where a compiler writes its output beside the source, the source is
 * what people edit, so it comes before what the runtime would load.
 */
export const EXTENSIONS: Readonly<Record<LanguageName, readonly string[]>> = {
  javascript: [".ts", ".mts", ".cts", ".tsx", ".js", ".mjs", ".cjs", ".jsx"],
  python: [".py"],
};

/** Whether a compiler has to translate a file before a runtime can load it. */
export const needsCompiling = (uri: string): boolean => /\.(?:[cm]?ts|tsx|jsx)$/.test(uri);

/** Code beyond one megabyte is nobody's handwriting. */
const LARGEST = 1_000_000;
/** Neither is a line that is longer than this near the beginning of a file. */
const LONGEST_LINE = 5_000;
const BEGINNING = 20_000;

/** The text of a file with code; unknown for one that a program wrote. */
export function codeAt(files: ProjectFiles, uri: string): Answer<string | undefined> {
  const text = files.text(uri);
  if (!text.known || text.value === undefined) return text;
  return isMachineMade(text.value) ? MACHINE_MADE : answer(text.value);
}

const MACHINE_MADE: Unknown = unknown("its code is generated or minified");

export function isMachineMade(text: string): boolean {
  return (
    text.length > LARGEST ||
    text
      .slice(0, BEGINNING)
      .split("\n")
      .some((line) => line.length > LONGEST_LINE)
  );
}
