import { deepStrictEqual } from "node:assert";
import { type Status, statusOf } from "../../../server/src/features/status.ts";
import { type Given, URI, viewOf } from "./view.ts";

const QUEUE = "Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n    Properties:\n      MessageRetentionPeriod: 60\n";

describe("status", () => {
  it("counts the findings that are shown, by pillar", () =>
    check(`${QUEUE}  News:\n    Type: AWS::SNS::Topic\n`, {
      dialect: "CloudFormation",
      findings: 2,
      pillars: { reliability: 1, "operational-excellence": 1 },
    }));

  it("names the dialect", () => check("Transform: AWS::Serverless-2016-10-31\nResources:\n  Jobs:\n    Type: AWS::SQS::Queue\n", { dialect: "SAM" }));

  it("tells why a check is silent, and where", () =>
    check(QUEUE.replace("60", "!ImportValue Seconds"), {
      dialect: "CloudFormation",
      undecided: [{ rule: "short-retention", subject: "Jobs", reason: "it is imported from another stack", line: 4 }],
    }));

  it("does not tell of checks that are switched off", () =>
    check(QUEUE.replace("60", "!ImportValue Seconds"), { dialect: "CloudFormation" }, { settings: { rules: { "short-retention": "off" } } }));

  it("tells the line of the first syntax error", () =>
    check("Resources:\n  News:\n    Type: AWS::SNS::Topic\n  Jobs:\n    Type: AWS::SQS::Queue\n    Half\n", {
      dialect: "CloudFormation",
      findings: 1,
      pillars: { "operational-excellence": 1 },
      undecided: [{ rule: "short-retention", subject: "Jobs", reason: "a syntax error stands here", line: 4 }],
      syntaxErrorLine: 6,
    }));

  it("says that it is switched off", () => check(QUEUE, { state: "disabled" }, { settings: { enable: false } }));
  it("says that it is no template", () => check("name: value\n", { state: "notATemplate" }));
  it("says that it is too large", () => check(QUEUE + "#".repeat(4_000_000), { state: "tooLarge" }));
});

function check(text: string, expected: Partial<Status>, given: Given = {}): void {
  deepStrictEqual(statusOf(viewOf(text, given)), { uri: URI, state: "reviewed", findings: 0, pillars: {}, undecided: [], ...expected });
}
