import { Language, Parser } from "web-tree-sitter";
import type { CodeParser } from "./parser.ts";

let started: Promise<void> | undefined;

/**
 * Makes a parser of a grammar's bytes; `runtime` is tree-sitter's own module, which is started once.
 * @throws whatever WebAssembly throws for bytes that are no such module.
 */
export async function loadParser(runtime: Uint8Array, grammar: Uint8Array): Promise<CodeParser> {
  // Without `locateFile` a worker looks for the module at an address that it does not have.
  started ??= Parser.init({ wasmBinary: runtime, locateFile: (name: string) => name });
  await started;
  const parser = new Parser().setLanguage(await Language.load(grammar));
  return {
    parse(text) {
      const tree = parser.parse(text);
      if (!tree) throw new Error("The parser has no grammar.");
      return tree;
    },
  };
}
