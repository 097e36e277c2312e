import { deepStrictEqual } from "node:assert";
import type { Step } from "../../../server/src/base/place.ts";
import { pathAt } from "../../../server/src/syntax/locate.ts";
import { read } from "../../../server/src/syntax/read.ts";

describe("the path at an offset", () => {
  it("a group's key", () => check("Re‸sources:\n  A: 1\n", ["Resources"], "key"));
  it("an entry's key", () => check("R:\n  ‸Jobs:\n    Type: T\n", ["R", "Jobs"], "key"));
  it("the end of a key", () => check("R:\n  Jobs‸:\n    Type: T\n", ["R", "Jobs"], "key"));
  it("a value", () => check("R:\n  Jobs:\n    Type: A‸WS::SQS::Queue\n", ["R", "Jobs", "Type"], "value"));
  it("behind a colon", () => check("R:\n  Jobs:\n    Type: ‸\n    B: 1\n", ["R", "Jobs"], "value"));
  it("an item", () => check("R:\n  A:\n    - x\n    - y: ‸1\n", ["R", "A", 1, "y"], "value"));
  it("a key in a flow map", () => check("R: { A: { B‸: 1 } }\n", ["R", "A", "B"], "key"));
  it("blank lines between entries", () => check("R:\n  A: 1\n\n‸\n  B: 2\n", ["R"], "value"));
  it("JSON", () => check('{ "R": { "A": { "x": [1, ‸2] } } }', ["R", "A", "x", 1], "value"));
  it("JSON in a string", () => check(`R:\n  A: '{ "x": { "y‸": 1 } }'\n`, ["R", "A", "x", "y"], "key"));
  it("an alias, not its anchor", () => check("X: &x { y: 1 }\nR:\n  A: *‸x\n", ["R", "A"], "value"));
  it("an anchor", () => check("X: &x { y: ‸1 }\nR:\n  A: *x\n", ["X", "y"], "value"));
  it("nothing", () => deepStrictEqual([pathAt(read("# c\n\nA: 1\n"), 2), pathAt(read(""), 0)], [undefined, undefined]));
});

/** `‸` marks the offset. */
function check(marked: string, steps: readonly Step[], part: "key" | "value"): void {
  deepStrictEqual(pathAt(read(marked.replace("‸", "")), marked.indexOf("‸")), { steps, part });
}
