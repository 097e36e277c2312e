import { deepEqual, equal } from "node:assert/strict";
import { applyEdits } from "../../../server/src/base/span.ts";
import { type NodeEdit, Tagged } from "../../../server/src/syntax/edit.ts";
import { read } from "../../../server/src/syntax/read.ts";
import { write } from "../../../server/src/syntax/write.ts";

/** Applies edits to a text; a refusal comes back as `cannot: reason`. */
function written(text: string, ...edits: readonly NodeEdit[]): string {
  const made = write(read(text), edits);
  return "cannot" in made ? `cannot: ${made.cannot}` : applyEdits(text, made.edits);
}

const jobs = (properties: string): string => `Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n${properties}`;
const property = (name: string, value: NodeEdit & { op: "set" } extends { value: infer V } ? V : never): NodeEdit => ({
  op: "set",
  path: ["Resources", "Jobs", "Properties", name],
  value,
});

describe("Setting a value", () => {
  it("keeps the comment behind it", () =>
    equal(
      written(jobs("    Properties:\n      DelaySeconds: 1 # why\n"), property("DelaySeconds", 5)),
      jobs("    Properties:\n      DelaySeconds: 5 # why\n"),
    ));
  it("keeps the quotes", () =>
    equal(written(jobs("    Properties:\n      QueueName: 'jobs'\n"), property("QueueName", "work")), jobs("    Properties:\n      QueueName: 'work'\n")));
  it("adds a key behind its siblings", () =>
    equal(
      written(jobs("    Properties:\n      QueueName: jobs\n"), property("DelaySeconds", 5)),
      jobs("    Properties:\n      QueueName: jobs\n      DelaySeconds: 5\n"),
    ));
  it("adds the parents that are missing", () => equal(written(jobs(""), property("DelaySeconds", 5)), jobs("    Properties:\n      DelaySeconds: 5\n")));
  it("keeps a missing last line end", () =>
    equal(
      written(jobs("    Properties:\n      QueueName: jobs"), property("DelaySeconds", 5)),
      jobs("    Properties:\n      QueueName: jobs\n      DelaySeconds: 5"),
    ));
  it("keeps CRLF", () =>
    equal(
      written(jobs("    Properties:\n      QueueName: jobs\n").replaceAll("\n", "\r\n"), property("DelaySeconds", 5)),
      jobs("    Properties:\n      QueueName: jobs\n      DelaySeconds: 5\n").replaceAll("\n", "\r\n"),
    ));
  it("writes short forms", () =>
    equal(
      written(jobs("    Properties:\n      QueueName: jobs\n"), property("KmsMasterKeyId", new Tagged("!GetAtt", "Key.Arn"))),
      jobs("    Properties:\n      QueueName: jobs\n      KmsMasterKeyId: !GetAtt Key.Arn\n"),
    ));
  it("quotes what YAML would read as something else", () =>
    equal(
      written(jobs("    Properties:\n      QueueName: jobs\n"), property("Note", "yes")),
      jobs('    Properties:\n      QueueName: jobs\n      Note: "yes"\n'),
    ));
  it("stays in braces", () =>
    equal(written(jobs("    Properties: { QueueName: jobs }\n"), property("DelaySeconds", 5)), jobs("    Properties: { QueueName: jobs, DelaySeconds: 5 }\n")));
  it("writes JSON in JSON", () =>
    equal(
      written('{\n  "Resources": {\n    "Jobs": {\n      "Type": "AWS::SQS::Queue"\n    }\n  }\n}\n', property("DelaySeconds", 5)),
      '{\n  "Resources": {\n    "Jobs": {\n      "Type": "AWS::SQS::Queue",\n      "Properties": {\n        "DelaySeconds": 5\n      }\n    }\n  }\n}\n',
    ));
  it("refuses text with a syntax error in it", () =>
    equal(written(jobs("    Properties:\n      QueueName: [\n"), property("DelaySeconds", 5)).startsWith("cannot: "), true));
});

describe("Removing", () => {
  const two = jobs("    Properties:\n      # one\n      QueueName: jobs\n      DelaySeconds: 1\n");
  it("takes the line and leaves its neighbours", () =>
    equal(
      written(two, { op: "remove", path: ["Resources", "Jobs", "Properties", "DelaySeconds"] }),
      jobs("    Properties:\n      # one\n      QueueName: jobs\n"),
    ));
  it("says so where nothing is", () => equal(written(two, { op: "remove", path: ["Resources", "Jobs", "Properties", "Other"] }).startsWith("cannot: "), true));
});

describe("Edits that random ones have shown", () => {
  const remove = (...path: readonly (string | number)[]): NodeEdit => ({ op: "remove", path });
  it("keep the comment behind the sign of a text of several lines", () =>
    equal(written("A:\n  B: | # why\n    b\n", { op: "set", path: ["A", "B"], value: "c" }), "A:\n  B: c # why\n"));
  it("write what goes into an inner map before what goes behind it", () =>
    equal(
      written("A:\n  B:\n    C: 1\n", { op: "set", path: ["A", "D"], value: 2 }, { op: "set", path: ["A", "B", "E"], value: 3 }),
      "A:\n  B:\n    C: 1\n    E: 3\n  D: 2\n",
    ));
  it("take the line end before the last line, whole", () => equal(written("A:\r\n  B: 1\r\n  C: 2", remove("A", "C")), "A:\r\n  B: 1"));
  it("do not take away a list that is appended to", () =>
    equal(written("A:\n  B:\n    - 1\n  C: 2\n", remove("A", "B", 0), { op: "append", path: ["A", "B"], value: 3 }), "cannot: all that it holds would go"));
  it("do not count on where an alias stands", () => equal(written("X: &x 1\nA: [*x, 2]\n", remove("A", 1)), "cannot: an alias stands beside it"));
});

describe("Reading", () => {
  it("reads only the section that changed, and says the same as a first reading", () => {
    const text = `${jobs("    Properties:\n      DelaySeconds: 1\n")}  Mails:\n    Type: AWS::SQS::Queue\n`;
    const changed = text.replace("DelaySeconds: 1", "DelaySeconds: 12");
    const next = read(changed, read(text));
    equal(next.sectionsRead, 1);
    deepEqual({ ...next, sectionsRead: 0 }, { ...read(changed), sectionsRead: 0 });
  });
  it("never throws, whatever stands there", () => {
    const traps = [
      "",
      "\uFEFF",
      "\0",
      "{",
      "[",
      "a: b: c",
      "\t- x",
      "%YAML 9\n---\n",
      "{{ x }}: y",
      "&a [*a]",
      `${"[".repeat(20_000)}`,
      "a: |\n\tb",
      "'",
      '"',
      "? x\n: y",
      "---\n---\n",
      "*a",
      "<<: *a",
    ];
    for (const trap of traps) for (const text of [trap, jobs(`    X: ${trap}\n`)]) read(text);
  });
});
