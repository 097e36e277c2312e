import type { GrammarName } from "../../syntax/code/parser.ts";

const GRAMMARS: ReadonlyMap<string, GrammarName> = new Map([
  ["js", "javascript"],
  ["mjs", "javascript"],
  ["cjs", "javascript"],
  ["jsx", "javascript"],
  ["ts", "typescript"],
  ["mts", "typescript"],
  ["cts", "typescript"],
  ["tsx", "tsx"],
]);

/** The grammar that reads a file, by how its address ends; undefined for what is no code of this language, declaration files (`.d.ts`) among it. */
export function grammarOf(uri: string): GrammarName | undefined {
  const ending = /(\.d)?\.([cm]?[jt]sx?)$/i.exec(uri);
  const [, declarations, extension = ""] = ending ?? [];
  return declarations ? undefined : GRAMMARS.get(extension.toLowerCase());
}
