import type { Code } from "../../model/code/code.ts";
import type { SyntaxNode } from "../../syntax/code/nodes.ts";
import { type Reading, spanOf } from "./reading.ts";

/** Imaginary numbers, and what only Python 2 read (`10L`, `0777`), have no value here. */
export function number(reading: Reading, node: SyntaxNode): Code {
  const digits = reading.text.slice(node.start, node.end).replaceAll("_", "");
  const value = /^0\d*[1-9]\d*$/.test(digits) ? Number.NaN : Number(digits);
  return Number.isNaN(value) ? { is: "other", of: [], at: spanOf(node) } : { is: "number", value, at: spanOf(node) };
}
