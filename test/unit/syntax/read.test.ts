import { deepStrictEqual, strictEqual } from "node:assert";
import { read, readWhole } from "../../../server/src/syntax/read.ts";
import { codes, plain, plainTree } from "./plain.ts";

describe("reading YAML", () => {
  it("reads entries in block style", () =>
    check("Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n  News:\n    Type: AWS::SNS::Topic\n", {
      Resources: { Jobs: { Type: "AWS::SQS::Queue" }, News: { Type: "AWS::SNS::Topic" } },
    }));
  it("reads flow style", () => check("Resources: { Jobs: { Type: T, List: [1, 'two'] } }\n", { Resources: { Jobs: { Type: "T", List: [1, "two"] } } }));
  it("reads a document that is one flow map", () => check("{Resources: {Jobs: {Type: T}}}", { Resources: { Jobs: { Type: "T" } } }));
  it("reads a document indented as a whole", () => check("  A: 1\n  B:\n    C: 2\n", { A: 1, B: { C: 2 } }));
  it("reads lists that are not indented", () =>
    check("Resources:\n  Jobs:\n  - a\n  - b\nOutputs:\n- c\n", { Resources: { Jobs: ["a", "b"] }, Outputs: ["c"] }));
  it("reads an empty text", () => check("", {}));
  it("reads a text of comments", () => check("# nothing\n\n  # yet\n", {}));
  it("reads keys without values", () => check("Resources:\nOutputs:\n  A:\n", { Resources: undefined, Outputs: { A: undefined } }));
  it("reads quoted keys", () => check(`"Resources":\n  'Jobs':\n    "Ty\\u0070e": T\n`, { Resources: { Jobs: { Type: "T" } } }));
  it("reads explicit keys", () => check("? A\n: 1\n", { A: 1 }));
  it("reads explicit keys among entries", () => check("A:\n  ? B\n  : 1\n  C: 2\n", { A: { B: 1, C: 2 } }));
  it("takes keys for names, whatever they look like", () =>
    check("A:\n  true: 1\n  123456789012: 2\n  1.10: 3\n  ~: 4\n", { A: { "123456789012": 2, true: 1, "1.10": 3, "~": 4 } }));
  it("keeps block scalars at the end of an entry", () =>
    check("A:\n  B: |+\n    x\n\n\n  # about C\n  C: >-\n    y\n    z\nD: 1\n", { A: { B: "x\n\n\n", C: "y z" }, D: 1 }));
  it("keeps lines of block scalars that look like keys or comments", () =>
    check("A:\n  B: |\n    C: 1\n    # no comment\n    --- x\n  D: 2\n", { A: { B: "C: 1\n# no comment\n--- x\n", D: 2 } }));
  it("reads values that start on the next line", () =>
    check("Description:\n  Two words\n  in two lines\nA:\n  'b: c'\n", { Description: "Two words in two lines", A: "b: c" }));
  it("reads 20 levels", () => check(`A:\n${stairs(20)}`, { A: nested(20) }));
});

describe("scalars", () => {
  for (const [written, value] of [
    ["30", 30],
    ["-1.5e3", -1500],
    ["0x1F", 31],
    ["true", true],
    ["null", null],
    ["~", null],
    ["yes", "yes"],
    ["on", "on"],
    ["0777", "0777"],
    ["012345678901", "012345678901"],
    ["2012-10-17", "2012-10-17"],
    ["12:30:45", "12:30:45"],
    ["'30'", "30"],
    ['"a\\tb"', "a\tb"],
    ["a#b: c".replace(": c", ":c"), "a#b:c"],
    ["s3:*", "s3:*"],
    ["ünïcode 🚀", "ünïcode 🚀"],
  ] as const) {
    it(`${written} is ${JSON.stringify(value)}`, () => check(`A: ${written}\n`, { A: value }));
  }
  it("keeps the spelling of numbers", () => {
    const value = read("A: 1.10 # c\n").groups[0]?.whole?.value;
    strictEqual(value?.kind === "scalar" && value.source, "1.10");
  });
});

describe("tags", () => {
  it("keeps short forms", () => check("A: !Ref B\nC: !GetAtt D.Arn\n", { A: { "!Ref": "B" }, C: { "!GetAtt": "D.Arn" } }));
  it("keeps them on lists, maps and nested", () =>
    check("A: !If [X, !Ref B, !Sub '${C}']\nD: !Join\n  - ','\n  - - !Ref E\nF: !Transform { Name: G }\n", {
      A: { "!If": ["X", { "!Ref": "B" }, { "!Sub": "${C}" }] },
      D: { "!Join": [",", [{ "!Ref": "E" }]] },
      F: { "!Transform": { Name: "G" } },
    }));
  it("keeps unknown ones", () => check("A: !Nobody::knows x\n", { A: { "!Nobody::knows": "x" } }));
  it("drops those of YAML itself", () => check("A: !!str 30\nB: !!map {}\nC: ! x\n", { A: "30", B: {}, C: "x" }));
  it("finds them behind comments and anchors", () => {
    const text = "A: # why!\n  &x !If # because\n  - B\n";
    const value = read(text).groups[0]?.whole?.value;
    strictEqual(value && text.slice(value.span.start, value.span.end), "!If # because\n  - B");
  });
  it("reads half-typed ones", () => check("A: !\nB: !Re\n", { A: "", B: { "!Re": "" } }));
});

describe("anchors, aliases and merge keys", () => {
  it("resolves an alias in its own entry", () => check("A:\n  B:\n    C: &c [1]\n    D: *c\n  E: 2\n", { A: { B: { C: [1], D: [1] }, E: 2 } }));
  it("resolves an alias across entries", () => check("A: &a\n  B: 1\nC:\n  D: *a\n  E: 2\n", { A: { B: 1 }, C: { D: { B: 1 }, E: 2 } }));
  it("gives the anchor's own node", () => {
    const group = read("A: &a [1]\nB: *a\n").groups;
    strictEqual(group[0]?.whole?.value, group[1]?.whole?.value);
  });
  it("merges, and explicit entries win", () =>
    check("A: &a { x: 1, y: 2 }\nB: &b { y: 3, z: 4 }\nC:\n  <<: [*a, *b]\n  x: 0\n", { A: { x: 1, y: 2 }, B: { y: 3, z: 4 }, C: { x: 0, y: 2, z: 4 } }));
  it("puts merged entries behind the others, marked", () => {
    const value = read("A: &a { x: 1 }\nB:\n  <<: *a\n  y: 2\n").groups[1]?.whole?.value;
    deepStrictEqual(value?.kind === "map" && value.entries.map(({ key, merged }) => [key.value, merged === true]), [
      ["y", false],
      ["x", true],
    ]);
  });
  it("keeps a merge key of anything but maps", () => check("A: { <<: 1 }\n", { A: { "<<": 1 } }));
  it("takes an anchor's latest meaning", () => check("A: &x 1\nB: *x\nC: &x 2\nD: *x\n", { A: 1, B: 1, C: 2, D: 2 }));
  it("reports an alias without anchor", () => check("A:\n  B: *gone\n  C: 1\n", { A: { B: null, C: 1 } }, ["UNRESOLVED_ALIAS"]));
  it("reports an alias to what it stands in", () => check("A: &a [1, *a]\n", { A: [1, null] }, ["RECURSIVE_ALIAS"]));
});

describe("duplicate keys", () => {
  it("stay, marked, and are no syntax error", () => {
    const value = read("A: { x: 1, y: 2, x: 3 }\n").groups[0]?.whole?.value;
    deepStrictEqual(value?.kind === "map" && value.entries.map(({ key, duplicate }) => [key.value, duplicate === true]), [
      ["x", false],
      ["y", false],
      ["x", true],
    ]);
  });
  it("are sections of their own among resources", () => {
    const tree = read("Resources:\n  A:\n    Type: T\n  A:\n    Type: U\n");
    deepStrictEqual([tree.groups[0]?.sections?.length, codes(tree)], [2, []]);
  });
});

describe("half-typed and broken text", () => {
  it("a key without its colon is a key without value", () =>
    check("Resources:\n  Jobs:\n    Type: T\n    Pro\n  News:\n    Type: U\n", { Resources: { Jobs: { Type: "T", Pro: undefined }, News: { Type: "U" } } }, [
      "MISSING_CHAR",
    ]));
  it("an entry without its colon leaves its neighbours whole", () =>
    check("Resources:\n  Jobs:\n    Type: T\n  Ne\n  Old:\n    Type: U\n", { Resources: { Jobs: { Type: "T" }, Ne: undefined, Old: { Type: "U" } } }, [
      "MISSING_COLON",
    ]));
  it("a word at column 0 leaves the entries below it in their group", () =>
    check("Resources:\n  Jobs:\n    Type: T\nOut\n  News:\n    Type: U\n", { Resources: { Jobs: { Type: "T" }, Out: undefined, News: { Type: "U" } } }, [
      "MISSING_COLON",
    ]));
  it("an open quote stays in its entry", () =>
    check('Resources:\n  Jobs:\n    Type: "T\n  News:\n    Type: "U"\n', { Resources: { Jobs: { Type: "T" }, News: { Type: "U" } } }, ["MISSING_CHAR"]));
  it("an open bracket stays in its entry", () =>
    check("Resources:\n  Jobs:\n    List: [a, b\n  News:\n    Type: U\n", { Resources: { Jobs: { List: ["a", "b"] }, News: { Type: "U" } } }, ["BAD_INDENT"]));
  it("a tab stays in its entry", () =>
    check("Resources:\n  Jobs:\n\t\tType: T\n  News:\n    Type: U\n", { Resources: { Jobs: undefined, Type: "T", News: { Type: "U" } } }, ["TAB_AS_INDENT"]));
  it("a resource typed in a template without any", () => check("Transform: X\nRes", { Transform: "X", Res: undefined }, ["MISSING_COLON"]));
});

describe("quotes and brackets that PyYAML reads", () => {
  it("continue without indentation", () =>
    check("Resources:\n  Jobs:\n    Text: 'a\n  b'\n    List: [x,\n y]\n", { Resources: { Jobs: { Text: "a b", List: ["x", "y"] } } }));
  it("go over what looks like the next entry", () =>
    check('Resources:\n  Jobs:\n    Text: "a\n  b: c"\n  News:\n    Type: U\n', { Resources: { Jobs: { Text: "a b: c" }, News: { Type: "U" } } }));
  it("go over what looks like the next top-level key", () => check('A:\n  B: "x\ny"\n  C: [1,\n2\n]\nD: 3\n', { A: { B: "x y", C: [1, 2] }, D: 3 }));
});

describe("line ends, marks and markers", () => {
  it("CRLF", () => check("Resources:\r\n  Jobs:\r\n    Text: |\r\n      a\r\n      b\r\n  News: 1\r\n", { Resources: { Jobs: { Text: "a\nb\n" }, News: 1 } }));
  it("a byte order mark", () => check("\uFEFFResources:\n  Jobs:\n    Type: T\n", { Resources: { Jobs: { Type: "T" } } }));
  it("a byte order mark before JSON", () => check('\uFEFF{ "A": 1 }', { A: 1 }));
  it("a lone carriage return is no line end", () => check("A: b\rc\n", { A: "b\rc" }));
  it("a document marker", () => check("# head\n---\nA: 1\n...\n", { A: 1 }));
  it("a document on the line of its marker", () => check("--- {A: 1}\n", { A: 1 }));
  it("directives", () => check("%YAML 1.2\n---\nA: 1\n", { A: 1 }));
  it("several documents: the first that is a map", () => check("---\n- a\n---\nA: 1\n---\nB: 2\n", { A: 1 }));
  it("a marker ends an open quote", () => check('A: "b\n---\nC: 1\n', { A: "b" }, ["MISSING_CHAR"]));
  it("tells the line end", () =>
    deepStrictEqual(
      ["A: 1\r\nB: 2\n", "A: 1\nB: 2\r\n", "A"].map((text) => read(text).eol),
      ["\r\n", "\n", "\n"],
    ));
});

describe("placeholders of other templating languages", () => {
  it("{{ x }} as a value is a map, and no error", () =>
    check("A: {{ x }}\nB:\n  C: {{ y }}\n", { A: { "{ x }": undefined }, B: { C: { "{ y }": undefined } } }));
  it("%X% as a value is text with a problem", () => check("A:\n  B: %X%\n  C: 1\n", { A: { B: "%X%", C: 1 } }, ["BAD_SCALAR_START"]));
  it("{% x %} on a line of its own is left out, with a problem", () =>
    check("A:\n  {% if x %}\n  B: 1\n  {% endif %}\n  C: 2\n", { A: { B: 1, C: 2 } }, ["TEMPLATE_LINE", "TEMPLATE_LINE"]));
});

describe("reading JSON", () => {
  it("reads entries", () =>
    check('{ "Resources": { "A": { "Type": "T" }, "B": 2 }, "List": [1, null, "x"] }', { Resources: { A: { Type: "T" }, B: 2 }, List: [1, null, "x"] }));
  it("reads comments and trailing commas", () => check('// head\n{\n\t"A": { // a\n\t\t/* b */ "B": 1,\n\t},\n}\n', { A: { B: 1 } }));
  it("reads an empty object", () => check("{}", {}));
  it("reads escapes in keys", () => check('{ "A\\u0042": { "\\"": 1 } }', { AB: { '"': 1 } }));
  it("reads a list at the top as nothing", () => check("[1]", {}));
  it("stays JSON while it is typed", () =>
    deepStrictEqual(
      ["{", '{ "A', '{ "A": tru', '{ "A": !Ref'].map((text) => read(text).format),
      ["json", "json", "json", "json"],
    ));
  it("takes text in braces that is no JSON for YAML", () =>
    deepStrictEqual(
      ["{A: 1}", "{{ x }}", "{% if x %}", "[a]"].map((text) => read(text).format),
      ["yaml", "yaml", "yaml", "yaml"],
    ));
  it("keeps an open quote in its entry", () =>
    check(
      '{\n  "R": {\n    "A": { "x": 1 },\n    "B": {\n      "y": "2\n    },\n    "C": { "z": 3 }\n  }\n}\n',
      { R: { A: { x: 1 }, B: { y: "2" }, C: { z: 3 } } },
      ["UnexpectedEndOfString"],
    ));
  it("keeps an open brace in its entry", () =>
    check('{\n  "R": {\n    "A": {\n      "x": {\n    },\n    "C": { "z": 3 }\n  }\n}\n', { R: { A: { x: {} }, C: { z: 3 } } }, ["CloseBraceExpected"]));
  it("reports a bracket that is missing at the end", () => check('{\n  "R": {\n    "A": 1\n  }\n', { R: { A: 1 } }, ["UnmatchedBrackets"]));
});

describe("reading in one piece", () => {
  for (const [name, text, value] of [
    ["JSON", '{ "a": [1] }', { a: [1] }],
    ["a list", "[1, 2]", [1, 2]],
    ["YAML", "# c\n---\na: 1\n", { a: 1 }],
    ["YAML behind a byte order mark", "\uFEFFa: 1\nb: 2\n", { a: 1, b: 2 }],
    ["a scalar", "word", "word"],
    ["nothing", "\n", undefined],
    ["binary", "a: \0", undefined],
  ] as const) {
    it(name, () => deepStrictEqual(plain(readWhole(text).node), value));
  }
  it("gives offsets in the text", () => {
    const { node } = readWhole("# c\n---\na: bcd\n");
    deepStrictEqual(node?.kind === "map" && node.entries[0]?.value?.span, { start: 11, end: 14 });
  });
});

function check(text: string, expected: Record<string, unknown>, problems: readonly string[] = []): void {
  const tree = read(text);
  deepStrictEqual(plainTree(tree), expected);
  deepStrictEqual(codes(tree), problems);
  for (const { span } of tree.problems) strictEqual(span.start >= 0 && span.start <= span.end && span.end <= text.length, true);
}

const stairs = (levels: number): string =>
  Array.from({ length: levels }, (_, level) => `${" ".repeat(level + 1)}k:${level === levels - 1 ? " 1" : ""}\n`).join("");

const nested = (levels: number): unknown => (levels === 0 ? 1 : { k: nested(levels - 1) });
