import { strictEqual } from "node:assert";
import { readJavaScript } from "../../../server/src/languages/javascript/read.ts";
import type { Module } from "../../../server/src/model/code/module.ts";
import type { GrammarName } from "../../../server/src/syntax/code/parser.ts";
import { parserOf } from "./parsers.ts";
import { printed } from "./print.ts";

/** Source texts with what they are read as; the text may be written on several lines. */
export type Table = Readonly<Record<string, readonly [source: string, expected: string]>>;

export async function read(source: string, grammar: GrammarName = "javascript"): Promise<Module> {
  return readJavaScript(source, await parserOf(grammar));
}

/** A test for each row. */
export function reads(grammar: GrammarName, table: Table): void {
  for (const [name, [source, expected]] of Object.entries(table)) {
    it(name, async () => strictEqual(printed(await read(source, grammar)), lines(expected)));
  }
}

const lines = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
