import { deepStrictEqual } from "node:assert";
import { dialectOf, mayBeTemplate } from "../../../server/src/dialects/detect.ts";
import { read } from "../../../server/src/syntax/read.ts";

const DEEP = "[".repeat(10_000);
const VERSION = 'AWSTemplateFormatVersion: "2010-09-09"\n';
const TOO_DEEP = "This is nested too deeply to be read";

describe("what a document is", () => {
  it("shows in its types", () => check("Resources:\n  A:\n    Type: AWS::SQS::Queue\n", "cloudformation"));
  it("shows in its transform", () => check("Transform: AWS::Serverless-2016-10-31\nResources:\n  A:\n    Type: AWS::SQS::Queue\n", "sam"));
  it("is no template without types", () => check("Resources:\n  A:\n    Type: book\n", undefined));
  it("is no template where another program has such words", () => check("resources:\n  Resources:\n    A:\n      Type: AWS::SQS::Queue\n", undefined));

  describe("shows in its words where its only resource nests too deeply to be read", () => {
    it("in YAML", () => check(`Resources:\n  A:\n    Type: AWS::SQS::Queue\n    X: ${DEEP}\n`, "cloudformation", TOO_DEEP));
    it("in SAM", () => check(`Resources:\n  A:\n    Type: AWS::Serverless::Function\n    X: ${DEEP}\n`, "sam", TOO_DEEP));
    it("in JSON", () => check(`{ "Resources": { "A": { "Type": "AWS::SQS::Queue", "X": ${DEEP}${"]".repeat(10_000)} } } }`, "cloudformation", TOO_DEEP));
    it("in JSON without an end", () => check(`{ "Resources": { "A": { "Type": "AWS::SQS::Queue", "X": ${DEEP}`, "cloudformation", TOO_DEEP));
    it("before its type", () => check(`${VERSION}Resources:\n  A: ${DEEP}\n`, "cloudformation", TOO_DEEP));
    it("but not of another document", () => check(`Resources:\n  A:\n    Type: book\n    X: ${DEEP}\n`, undefined, TOO_DEEP));
  });
});

/** Reads a text as a review does: what it is, and the first of its problems. */
function check(text: string, dialect: "sam" | "cloudformation" | undefined, problem?: string): void {
  const tree = read(text);
  deepStrictEqual([mayBeTemplate(text) ? dialectOf(tree) : undefined, tree.problems[0]?.message], [dialect, problem]);
}
