import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { decode } from "../../../server/src/syntax/embedded.ts";
import { readWhole } from "../../../server/src/syntax/read.ts";

describe("decoding a scalar", () => {
  describe("gives its text, and the way back", () => {
    for (const [name, text, decoded, inside, host] of [
      ["plain", "a: one two\n", "one two", "two", "two"],
      ["plain over lines", "a: one\n  two\n\n  three\n", "one two\nthree", "three", "three"],
      ["a fold", "a: one\n  two\n", "one two", "e t", "e\n  t"],
      ["single quotes", "a: 'it''s'\n", "it's", "s", "s"],
      ["an escaped quote", "a: 'it''s'\n", "it's", "'", "''"],
      ["single quotes over lines", "a: 'one \n\n   two'\n", "one\ntwo", "two", "two"],
      ["double quotes", 'a: "one\\ttwo\\u0041\\x42"\n', "one\ttwoAB", "two", "two"],
      ["an escape", 'a: "one\\ttwo\\u0041\\x42"\n', "one\ttwoAB", "A", "\\u0041"],
      ["an escaped line end", 'a: "one \\\n  two"\n', "one two", "two", "two"],
      ["an astral escape", 'a: "\\U0001F680x"\n', "🚀x", "x", "x"],
      ["a literal block", "a: |\n  one\n   two\n\n  three\n", "one\n two\n\nthree\n", " two", " two"],
      ["a literal block, over lines", "a: |\n  one\n  two\n", "one\ntwo\n", "ne\ntw", "ne\n  tw"],
      ["a literal block with blank indentation", "a: |\n  one\n      \n  two\n", "one\n    \ntwo\n", "two", "two"],
      ["stripped", "a: |-\n  one\n  two\n\n", "one\ntwo", "two", "two"],
      ["kept", "a: |+\n  one\n\n\n", "one\n\n\n", "one", "one"],
      ["an indentation indicator", "a: |2\n    one\n  two\n", "  one\ntwo\n", "two", "two"],
      ["a comment behind the header", "a: | # c\n  one\n", "one\n", "one", "one"],
      ["a folded block", "a: >\n  one\n  two\n\n  three\n    four\n  five\n", "one two\nthree\n  four\nfive\n", "four", "four"],
      ["a folded block, over lines", "a: >-\n  one\n  two\n", "one two", "e t", "e\n  t"],
      ["CRLF", "a: |\r\n  one\r\n  two\r\n", "one\ntwo\n", "two", "two"],
      ["CRLF in quotes", 'a: "one\r\n  two"\r\n', "one two", "two", "two"],
      ["a tag", "a: !Sub |\n  one ${two}\n", "one ${two}\n", "${two}", "${two}"],
      ["a JSON string", '{ "a": "one \\"two\\" \\/" }', 'one "two" /', "two", "two"],
      ["a JSON surrogate pair", '{ "a": "\\ud83d\\ude80x" }', "🚀x", "x", "x"],
    ] as const) {
      it(name, () => {
        const result = decodedAt(text);
        strictEqual(result.text, decoded);
        const start = decoded.indexOf(inside);
        const span = result.toHost({ start, end: start + inside.length });
        strictEqual(span && text.slice(span.start, span.end), host);
        strictEqual(span && result.fromHost(span.start), start);
      });
    }
  });

  it("knows where its text may be replaced", () => {
    const text = "a: |\n  one two\n  three\n";
    const { editable } = decodedAt(text);
    const slice = (start: number, end: number) => {
      const span = editable({ start, end });
      return span && text.slice(span.start, span.end);
    };
    deepStrictEqual([slice(4, 7), slice(4, 8), slice(4, 9), slice(8, 13), slice(0, 99)], ["two", undefined, undefined, "three", undefined]);
  });

  it("inserts at the start of a line behind its indentation", () =>
    deepStrictEqual(decodedAt("a: |\n  one\n  two\n").editable({ start: 4, end: 4 }), { start: 13, end: 13 }));

  it("refuses an escape", () => strictEqual(decodedAt('a: "x\\ty"\n').editable({ start: 1, end: 2 }), undefined));

  for (const [name, text, piece, encoded] of [
    ["double quotes", 'a: "x"', 'a"\n', 'a\\"\\n'],
    ["single quotes", "a: 'x'", "it's", "it''s"],
    ["single quotes, a line", "a: 'x'", "a\nb", undefined],
    ["a literal block", "a:\n  b: |\n     x\n", "a\nb", "a\n     b"],
    ["a literal block with CRLF", "a:\r\n  b: |\r\n     x\r\n", "a\nb", "a\r\n     b"],
    ["a folded block", "a: >\n  x\n", "a\nb", undefined],
    ["plain", "a: x", "a-b.c", "a-b.c"],
    ["plain, special characters", "a: x", "a: b", undefined],
  ] as const) {
    it(`encodes for ${name}`, () => strictEqual(decodedAt(text).encode(piece), encoded));
  }
});

/** The first scalar of a small document, decoded. */
function decodedAt(text: string): ReturnType<typeof decode> {
  let { node } = readWhole(text);
  while (node?.kind === "map") node = node.entries[0]?.value;
  ok(node?.kind === "scalar", "a scalar");
  return decode(text, node);
}
