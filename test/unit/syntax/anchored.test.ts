import { deepStrictEqual, strictEqual } from "node:assert";
import { locate } from "../../../server/src/syntax/locate.ts";
import type { Node } from "../../../server/src/syntax/node.ts";
import { read, readWhole } from "../../../server/src/syntax/read.ts";
import { plain, plainTree } from "./plain.ts";

const PLAIN = "  Plain:\n    Type: P\n    Properties: { Arn: 's3:*', Text: a & b }\n";

describe("a document whose sections share anchors says what it says as a whole", () => {
  it("for an anchor of another group", () => check(`Common: &common\n  Timeout: 3\nResources:\n${PLAIN}  A:\n    <<: *common\n    Type: T\n`));
  it("for an anchor of another resource", () => check(`Resources:\n  A:\n    Tags: &tags [a, b]\n${PLAIN}  B:\n    Tags: *tags\n`));
  it("for the last anchor of a name before the alias", () =>
    check(`Resources:\n  A:\n    X: &x 1\n${PLAIN}  B:\n    X: *x\n  C:\n    X: &x 2\n  D:\n    X: *x\n`));
  it("for aliases of aliases", () => check(`A: &a { b: 1 }\nB: &b { <<: *a, c: 2 }\nResources:\n${PLAIN}  D: { <<: *b, d: 3 }\n`));
  it("for a whole resource", () => check(`Resources:\n  A: &a\n    Type: T\n${PLAIN}  B: *a\n`));
  it("for a merge key among resources", () => check(`Shared: &shared\n  A: 1\nResources:\n  <<: *shared\n${PLAIN}`));
  it("with comments, blank lines and CRLF", () =>
    check(`# c\nCommon: &common # d\n  Timeout: 3\n\nResources:\n  # e\n${PLAIN}\n  # f\n  A: { <<: *common }\n`.replaceAll("\n", "\r\n")));
  it("where a text of several lines ends before another resource", () =>
    check(`Common: &common 3\nResources:\n  A:\n    X: *common\n    Y: |\n     text\n${PLAIN}  B: >+\n   *b\n\n  C: *common\n`));
  it("behind the start of a document", () => check(`--- # start\nCommon: &common 3\nResources:\n${PLAIN}  A: *common\n`));
});

describe("a document whose sections share anchors", () => {
  const text = `Common: &common\n  Timeout: 3\nResources:\n${PLAIN}  A:\n    <<: *common\n  Other:\n    Type: O\n`;
  it("lends the sections that have none", () => {
    const before = read(text);
    const after = read(text.replace("Type: O", "Type: Other"), before);
    const sections = (tree: typeof before) => tree.placed.map(({ section }) => section);
    deepStrictEqual(
      sections(after).map((section) => sections(before).includes(section)),
      [false, true, false, false],
    );
    strictEqual(sections(read(text.replace("Type: O", "Type: X"), before)).filter((section) => sections(before).includes(section)).length, 3);
  });
  it("is not read twice for a keystroke in them", () => strictEqual(read(text.replace("Type: O", "Type: X"), read(text)).sectionsRead, 1));
});

/** Each value of the document says and stands where it does in a reading of the whole. */
function check(text: string): void {
  const tree = read(text);
  const { node, problems } = readWhole(text);
  deepStrictEqual(tree.problems, problems);
  deepStrictEqual(plainTree(tree), plain(node));
  for (const { path, span } of placesOf(node, [])) if (path.length !== 1) deepStrictEqual(locate(tree, path, "value"), span, path.join("/"));
}

interface Placed {
  readonly path: readonly (string | number)[];
  readonly span: { readonly start: number; readonly end: number };
}

function placesOf(node: Node | undefined, path: Placed["path"]): readonly Placed[] {
  if (!node) return [];
  const own = path.length === 0 ? [] : [{ path, span: node.span }];
  if (node.kind === "scalar") return own;
  const children =
    node.kind === "list" ? node.items.map((item, index) => [index, item] as const) : node.entries.map(({ key, value }) => [String(key.value), value] as const);
  return [...own, ...children.flatMap(([step, child]) => placesOf(child, [...path, step]))];
}
