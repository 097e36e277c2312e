import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { applyEdits, type Span, type TextEdit } from "../../../server/src/base/span.ts";
import { readJavaScript } from "../../../server/src/languages/javascript/read.ts";
import { readPython } from "../../../server/src/languages/python/read.ts";
import { writeCode } from "../../../server/src/languages/write.ts";
import type { CodeEdit } from "../../../server/src/model/code/edit.ts";
import type { Module } from "../../../server/src/model/code/module.ts";
import type { GrammarName } from "../../../server/src/syntax/code/parser.ts";
import { parserOf } from "./parsers.ts";

/** A text with the place in `⟦…⟧` (several for a verb that has several), and the text that the edit leaves; or why it is left alone. */
export type Row = readonly [before: string, after: string | { readonly cannot: string }];

type Place = CodeEdit extends infer Each ? (Each extends { readonly call: infer P } ? P : never) : never;

/**
 * A test for each row. What is written must parse, and the same edit at the same words of the text that it leaves must find nothing to do.
 * @param edit the edit for the places that are marked
 */
export function writes(grammar: GrammarName, edit: (place: Place, ...more: readonly Place[]) => CodeEdit, rows: Readonly<Record<string, Row>>): void {
  for (const [name, [before, after]] of Object.entries(rows)) {
    it(name, async () => {
      const { text, marks } = unmarked(before);
      const places = marks.map(placeOf);
      const module = await read(text, grammar);
      deepStrictEqual(module.broken, [], "the text parses");
      const [first, ...more] = places;
      ok(first, "the text has a mark");
      const written = writeCode(edit(first, ...more), { text, module, grammar });
      if (typeof after !== "string") return deepStrictEqual(written, after);
      if ("cannot" in written) throw new Error(`It cannot be written: ${written.cannot}`);
      const result = applyEdits(text, written.edits);
      strictEqual(result, after);
      const now = await read(result, grammar);
      deepStrictEqual(now.broken, [], "what is written parses");
      const [place, ...others] = marks.map((each) => placeOf(moved(each, written.edits)));
      const again = place && writeCode(edit(place, ...others), { text: result, module: now, grammar });
      ok(again && "cannot" in again, "there is nothing to do a second time");
      return undefined;
    });
  }
}

/** Where a span is when the edits have been made. */
function moved({ start, end }: Span, edits: readonly TextEdit[]): Span {
  const by = (isBefore: (at: Span) => boolean) =>
    edits.filter(({ span }) => isBefore(span)).reduce((sum, { span, text }) => sum + text.length - (span.end - span.start), 0);
  return { start: start + by((at) => at.end <= start), end: end + by((at) => at.start < end && at.end <= end) };
}

const placeOf = (within: Span): Place => ({ uri: "file:///app", path: undefined, part: "value", within });

function unmarked(marked: string): { readonly text: string; readonly marks: readonly Span[] } {
  const marks: Span[] = [];
  const [before = "", ...rest] = marked.split("⟦");
  let text = before;
  for (const piece of rest) {
    const [inside = "", after = ""] = piece.split("⟧");
    marks.push({ start: text.length, end: text.length + inside.length });
    text += inside + after;
  }
  return { text, marks };
}

export async function read(text: string, grammar: GrammarName): Promise<Module> {
  const parser = await parserOf(grammar);
  return grammar === "python" ? readPython(text, parser) : readJavaScript(text, parser);
}
