import { strictEqual } from "node:assert";
import { readPython } from "../../../server/src/languages/python/read.ts";
import type { Module } from "../../../server/src/model/code/module.ts";
import { parserOf } from "./parsers.ts";
import { printed } from "./print.ts";

export async function readsPython(source: string): Promise<Module> {
  return readPython(source, await parserOf("python"));
}

/** A test for each row: a text, and the lines that print what it is read as. */
export function reads(rows: Readonly<Record<string, readonly [source: string, ...expected: readonly string[]]>>): void {
  for (const [name, [source, ...expected]] of Object.entries(rows)) {
    it(name, async () => strictEqual(printed(await readsPython(source)), expected.join("\n")));
  }
}
