import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { loadParser } from "../../syntax/code/load.ts";
import type { CodeParser, GrammarName } from "../../syntax/code/parser.ts";

/** Where the bytes lie: beside the bundle, and in the packages that they come from. */
const FOLDERS: readonly ((file: string) => string)[] = [
  (file) => join(__dirname, "grammars", file),
  (file) => join(__dirname, "../../../../node_modules", file === RUNTIME ? "web-tree-sitter" : "@vscode/tree-sitter-wasm/wasm", file),
];

const RUNTIME = "web-tree-sitter.wasm";

const loaded = new Map<GrammarName, Promise<CodeParser | undefined>>();

/** The parser of a grammar, loaded once; undefined where the installation lacks it. Never rejects. */
export function grammar(name: GrammarName): Promise<CodeParser | undefined> {
  const known = loaded.get(name) ?? load(name).catch(() => undefined);
  loaded.set(name, known);
  return known;
}

async function load(name: GrammarName): Promise<CodeParser> {
  const [runtime, bytes] = await Promise.all([bytesOf(RUNTIME), bytesOf(`tree-sitter-${name}.wasm`)]);
  return loadParser(runtime, bytes);
}

async function bytesOf(file: string): Promise<Uint8Array> {
  for (const path of FOLDERS) {
    try {
      return await readFile(path(file));
    } catch {
      // The other place is tried.
    }
  }
  throw new Error(`${file} is not there.`);
}
