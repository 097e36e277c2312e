import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { loadParser } from "../../../server/src/syntax/code/load.ts";
import type { CodeParser, GrammarName } from "../../../server/src/syntax/code/parser.ts";

const { resolve } = createRequire(import.meta.url);
const runtime = readFileSync(resolve("web-tree-sitter/web-tree-sitter.wasm"));
const loaded = new Map<GrammarName, Promise<CodeParser>>();

/** The parser of a grammar, as the hosts load it; loaded once. */
export function parserOf(grammar: GrammarName): Promise<CodeParser> {
  const known = loaded.get(grammar) ?? loadParser(runtime, readFileSync(resolve(`@vscode/tree-sitter-wasm/wasm/tree-sitter-${grammar}.wasm`)));
  loaded.set(grammar, known);
  return known;
}
