import { deepStrictEqual } from "node:assert";
import { applyEdits } from "../../../server/src/base/span.ts";
import { edited, editsOf, type Piece, whole } from "../../../server/src/features/pieces.ts";

describe("edits upon edits", () => {
  it("are none where nothing changed", () => check("abc", [], "abc", []));
  it("are one where there was one", () => check("abcdef", [[[2, 4, "XY"]]], "abXYef", ["2-4 XY"]));
  it("are trimmed to what differs", () => check("timeout: 30", [[[9, 11, "360"]]], "timeout: 360", ["10-10 6"]));
  it("are none where a step undoes another", () => check("abc", [[[1, 2, "X"]], [[1, 2, "b"]]], "abc", []));
  it("meet in what the first one wrote", () => check("ac", [[[1, 1, "bbb"]], [[2, 3, "X"]]], "abXbc", ["1-1 bXb"]));
  it("stay apart where they stand apart", () => check("one two three", [[[0, 3, "1"]], [[2, 5, "2"]]], "1 2 three", ["0-3 1", "4-7 2"]));
  it("keep the order of insertions at one place", () =>
    check(
      "ab",
      [
        [
          [1, 1, "1"],
          [1, 1, "2"],
        ],
      ],
      "a12b",
      ["1-1 12"],
    ));
  it("may take away everything", () => check("abc", [[[0, 3, ""]]], "", ["0-3 "]));
  it("may start from nothing", () => check("", [[[0, 0, "abc"]]], "abc", ["0-0 abc"]));
});

type Step = readonly [start: number, end: number, text: string];

/** Each round of steps is computed against the text that the rounds before left. */
function check(original: string, rounds: readonly (readonly Step[])[], text: string, expected: readonly string[]): void {
  let pieces: readonly Piece[] = whole(original);
  for (const round of rounds) {
    pieces = edited(
      pieces,
      round.map(([start, end, by]) => ({ span: { start, end }, text: by, labels: [] })),
    );
  }
  const edits = editsOf(pieces, original);
  deepStrictEqual([applyEdits(original, edits), edits.map(({ span, text: by }) => `${span.start}-${span.end} ${by}`)], [text, expected]);
}
