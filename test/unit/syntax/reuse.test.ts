import { deepStrictEqual, strictEqual } from "node:assert";
import { read } from "../../../server/src/syntax/read.ts";
import type { Section, Tree } from "../../../server/src/syntax/tree.ts";

const YAML = `# A template.
Transform: AWS::Serverless-2016-10-31
Parameters:
  Stage: { Type: String }

Resources:
  # The first.
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: !Sub "\${Stage}-jobs"

  News:
    Type: AWS::SNS::Topic
Outputs:
  Url:
    Value: !Ref Jobs
`;

const JSON_TEXT = `{
  // A template.
  "Parameters": { "Stage": { "Type": "String" } },
  "Resources": {
    // The first.
    "Jobs": {
      "Type": "AWS::SQS::Queue"
    },
    "News": {
      "Type": "AWS::SNS::Topic"
    }
  }
}
`;

const ALIASES = `Common: &common
  Timeout: 3
Resources:
  A:
    <<: *common
    Type: T
  B:
    Type: U
`;

describe("reading again", () => {
  describe("gives the same as reading anew, at each letter of", () => {
    for (const [name, text, at, typed] of [
      ["a property", YAML, "  News:\n    Type", '    DelaySeconds: "3'],
      ["a resource", YAML, "  News:", "  More:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: [a, b]\n"],
      ["a comment", YAML, "  # The first.", "  # More.\n\n"],
      ["a group", YAML, "Outputs:", "Conditions:\n  IsProd: !Equals [a, b]\n"],
      ["a block scalar", YAML, "  News:", "      Text: |\n        a: b\n        # c\n"],
      ["an open quote", YAML, "Resources:", '  Other: "\n'],
      ["a document marker", YAML, "Resources:", "---\n"],
      ["a bracket at the start", YAML, "# A template.", "{"],
      ["a property in JSON", JSON_TEXT, '      "Type": "AWS::SQS', '      "DelaySeconds": 3,\n'],
      ["a resource in JSON", JSON_TEXT, '    "News"', '    "More": {\n      "Type": "T"\n    },\n'],
      ["an alias", ALIASES, "    Type: U", "    Other: *common\n"],
      ["an anchor", ALIASES, "  B:", "    X: &x 1\n    Y: *x\n"],
    ] as const) {
      it(name, () => typing(text, at, typed));
    }
  });

  it("reads one section when a letter is typed", () => {
    const before = read(YAML);
    const after = read(YAML.replace("jobs", "jobs2"), before);
    deepStrictEqual([before.sectionsRead, after.sectionsRead], [5, 1]);
    deepStrictEqual(shared(before, after), [true, true, false, true, true]);
  });

  it("reads one section of JSON when a letter is typed", () => {
    const before = read(JSON_TEXT);
    const after = read(JSON_TEXT.replace("SNS", "SNS2"), before);
    deepStrictEqual(shared(before, after), [true, true, false]);
  });

  it("reads no other section of JSON while its brackets do not match", () => {
    const before = read(JSON_TEXT);
    const after = read(JSON_TEXT.replace('"AWS::SNS::Topic"', '"AWS::SNS::Topic'), before);
    deepStrictEqual(shared(before, after), [true, true, false]);
  });

  it("knows sections that have moved", () => {
    const before = read("R:\n  A: 1\n  B: 2\n  C: 3\n");
    const after = read("R:\n  C: 3\n  A: 1\n  B: 2\n", before);
    strictEqual(after.sectionsRead, 0);
  });

  it("keeps twins apart", () => {
    const before = read("R:\n  A: 1\n  A: 1\n");
    const after = read("R:\n  A: 1\n  A: 1\n  A: 1\n", before);
    strictEqual(new Set(sections(after)).size, 3);
  });

  it("does not take sections of the other format", () => {
    const before = read('{\n"A": 1\n}');
    deepStrictEqual(withoutCount(read('"A": 1', before)), withoutCount(read('"A": 1')));
  });
});

/** Types a text letter by letter in front of a mark, then takes it back. */
function typing(text: string, mark: string, typed: string): void {
  const at = text.indexOf(mark);
  let tree = read(text);
  for (let length = 1; length <= 2 * typed.length; length += 1) {
    const written = typed.slice(0, length <= typed.length ? length : 2 * typed.length - length);
    const now = text.slice(0, at) + written + text.slice(at);
    tree = read(now, tree);
    deepStrictEqual(withoutCount(tree), withoutCount(read(now)), `after ${JSON.stringify(written)}`);
  }
}

const withoutCount = ({ sectionsRead: _, ...tree }: Tree): Omit<Tree, "sectionsRead"> => tree;

const sections = (tree: Tree): readonly Section[] =>
  tree.groups.flatMap((group) => group.sections?.map(({ section }) => section) ?? (group.whole ? [group.whole.placed.section] : []));

function shared(before: Tree, after: Tree): readonly boolean[] {
  const known = new Set(sections(before));
  return sections(after).map((section) => known.has(section));
}
