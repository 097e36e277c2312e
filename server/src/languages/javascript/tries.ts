import { span } from "../../base/span.ts";
import type { Catch, Statement } from "../../model/code/code.ts";
import { insideOf } from "./functions.ts";
import { patternOf } from "./patterns.ts";
import { bodyOf, inner } from "./statements.ts";
import { type Part, type Reading, soundPartsOf, spanOf } from "./syntax.ts";

export function tryStatement(reading: Reading, part: Part): readonly Statement[] {
  const parts = soundPartsOf(reading, part);
  const block = parts.find(({ kind }) => kind === "statement_block");
  const catches = parts.filter(({ kind }) => kind === "catch_clause").map((clause) => catchOf(reading, clause));
  const last = parts.filter(({ kind }) => kind === "finally_clause").flatMap((clause) => inner(reading, clause));
  return [{ do: "try", body: bodyOf(reading, block), catches, otherwise: [], finally: last, at: spanOf(part) }];
}

/** A `catch` is for every error. */
function catchOf(reading: Reading, part: Part): Catch {
  const parts = soundPartsOf(reading, part);
  const named = parts.find(({ kind }) => kind !== "statement_block");
  const block = parts.find(({ kind }) => kind === "statement_block");
  const head = reading.text.slice(part.start, block?.start ?? part.end).trimEnd();
  return {
    headAt: span(part.start, part.start + head.length),
    types: [],
    to: named && patternOf(reading, named),
    body: bodyOf(reading, block),
    bodyAt: block ? insideOf(reading, block) : span(part.end, part.end),
    at: spanOf(part),
  };
}
