import { deepStrictEqual, strictEqual } from "node:assert";
import type { Part, Step } from "../../../server/src/base/place.ts";
import type { Span } from "../../../server/src/base/span.ts";
import { locate, nodeAt } from "../../../server/src/syntax/locate.ts";
import { read } from "../../../server/src/syntax/read.ts";
import { plain } from "./plain.ts";

describe("locating a path", () => {
  describe("in YAML", () => {
    it("a key", () => check("R:\n  A:\n    ⟦Type⟧: T\n", ["R", "A", "Type"], "key"));
    it("a value", () => check("R:\n  A:\n    Type: ⟦T⟧ # c\n", ["R", "A", "Type"]));
    it("an entry", () => check("R:\n  A:\n    ⟦Type: T⟧ # c\n", ["R", "A", "Type"], "entry"));
    it("a value with quotes and tag", () => check("R:\n  A:\n    Type: ⟦!Sub '${T}'⟧\n", ["R", "A", "Type"]));
    it("a block map, without what is behind it", () => check("R:\n  A:\n    ⟦B: 1\n    C: 2⟧\n\n  # D\n  D: 1\n", ["R", "A"]));
    it("a key without value, at its key", () => check("R:\n  A:\n    ⟦Type⟧:\n", ["R", "A", "Type"]));
    it("a list item", () => check("R:\n  A:\n    - x\n    - ⟦y⟧\n", ["R", "A", 1]));
    it("the key of a list item, at its first key", () => check("R:\n  A:\n    - ⟦K⟧: 1\n      L: 2\n", ["R", "A", 0], "key"));
    it("the key of a scalar list item, at the item", () => check("R:\n  A: [x, ⟦y⟧]\n", ["R", "A", 1], "key"));
    it("a group that was cut", () => check("X: 1\n⟦R⟧:\n  A: 1\n", ["R"], "key"));
    it("the value of a group that was cut", () => check("X: 1\nR:\n  ⟦A: 1\n  B: 2⟧\n", ["R"]));
    it("a group that was read whole", () => check("X: ⟦1⟧\nR:\n  A: 1\n", ["X"]));
    it("the document, at its first key", () => check("# c\n⟦X⟧: 1\n", []));
    it("text behind CRLF, a byte order mark and astral characters", () => check("\uFEFFX: 🚀\r\nR:\r\n  Ä: { 🚀: ⟦ü🚀⟧ }\r\n", ["R", "Ä", "🚀"]));
    it("the first of two equal keys", () => check("R:\n  A: ⟦1⟧\n  A: 2\n", ["R", "A"]));
    it("the anchor of an alias", () => check("X: &x ⟦1⟧\nR:\n  A: *x\n", ["R", "A"]));
    it("the entry of an alias, at the alias", () => check("X: &x 1\nR:\n  ⟦A: *x⟧\n", ["R", "A"], "entry"));
    it("what a merge key brings, at the anchor", () => check("X: &x\n  T: ⟦3⟧\nR:\n  A:\n    <<: *x\n", ["R", "A", "T"]));
    it("in the first document that counts", () => check("---\n- a\n---\nA: ⟦1⟧\n", ["A"]));
    it("nothing", () =>
      deepStrictEqual(
        [["R", "B"], ["Q"], ["R", "A", "x"], ["R", "A", 0]].map((path) => locate(read("R:\n  A: 1\n"), path, "value")),
        [undefined, undefined, undefined, undefined],
      ));
  });

  describe("in JSON", () => {
    it("a key, with its quotes", () => check('{ "R": { "A": { ⟦"Type"⟧: "T" } } }', ["R", "A", "Type"], "key"));
    it("a value", () => check('{ "R": { "A": { "Type": ⟦"T"⟧ } } }', ["R", "A", "Type"]));
    it("an item", () => check('{ "R": { "A": [1, ⟦{ "x": 2 }⟧] } }', ["R", "A", 1]));
    it("a group", () => check('{ "R": ⟦{ "A": 1 }⟧ }'.replace("⟦{ ", "{ ⟦").replace(" }⟧ }", "⟦⟧ }").replace("1⟦⟧", "1 }⟧"), ["R"]));
  });

  describe("within a scalar", () => {
    const within = (start: number, end: number): Span => ({ start, end });
    it("plain", () => check("R:\n  A: a⟦bc⟧d\n", ["R", "A"], "value", within(1, 3)));
    it("quoted", () => check("R:\n  A: 'it''s ⟦bc⟧d'\n", ["R", "A"], "value", within(5, 7)));
    it("in a block", () => check("R:\n  A: |\n    one\n    two ⟦bc⟧d\n", ["R", "A"], "value", within(8, 10)));
    it("over lines of a block", () => check("R:\n  A: |\n    o⟦ne\n    tw⟧o\n", ["R", "A"], "value", within(1, 6)));
    it("outside of it, at the whole", () => check("R:\n  A: ⟦abc⟧\n", ["R", "A"], "value", within(1, 9)));
  });

  describe("in an embedded document", () => {
    it("JSON in a quoted string", () => check(`R:\n  A: '{ "x": [1, ⟦"y"⟧] }'\n`, ["R", "A", "x", 1]));
    it("JSON in a JSON string", () => check('{ "R": { "A": "{ \\"x\\": ⟦\\"y\\"⟧ }" } }', ["R", "A", "x"]));
    it("JSON in a block scalar", () => check('R:\n  A: !Sub |\n    {\n      ⟦"x"⟧: 1\n    }\n', ["R", "A", "x"], "key"));
    it("JSON in a folded scalar", () => check('R:\n  A: >-\n    { "x": 1,\n      "y": ⟦2⟧ }\n', ["R", "A", "y"]));
    it("YAML in a block scalar", () => check("R:\n  A: |\n    x:\n      y: ⟦2⟧\n", ["R", "A", "x", "y"]));
    it("JSON in JSON in YAML", () => strictEqual(locate(read(`R:\n  A: '{ "x": "{ \\"y\\": 1 }" }'\n`), ["R", "A", "x", "y"], "value"), undefined));
    it("text that holds no document", () => strictEqual(locate(read("R:\n  A: word\n"), ["R", "A", "x"], "value"), undefined));
  });
});

describe("the node at a path", () => {
  const tree = read("X: [1, { a: 2 }]\nR:\n  A:\n    B: '{ \"c\": 3 }'\n");
  for (const [path, value] of [
    [["X", 1, "a"], 2],
    [["R", "A", "B", "c"], 3],
    [["X"], [1, { a: 2 }]],
    [["R"], undefined],
    [["X", 7], undefined],
  ] as const) {
    it(path.join("/"), () => deepStrictEqual(plain(nodeAt(tree, path)), value));
  }
});

/** `⟦…⟧` marks what is to be found. */
function check(marked: string, path: readonly Step[], part: Part = "value", within?: Span): void {
  const text = marked.replace(/[⟦⟧]/g, "");
  const start = marked.indexOf("⟦");
  const span = { start, end: marked.indexOf("⟧") - 1 };
  deepStrictEqual(locate(read(text), path, part, within), span);
}
