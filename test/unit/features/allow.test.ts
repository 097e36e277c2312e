import { deepStrictEqual } from "node:assert";
import { applyEdits } from "../../../server/src/base/span.ts";
import { allowEdits, type Permission } from "../../../server/src/features/allow.ts";
import { decisionEdit } from "../../../server/src/features/decide.ts";
import { viewOf } from "./view.ts";

const REASON = { reason: "the sandbox only" };
const WORDS = "allow short-retention -- the sandbox only";

describe("allowing with a reason", () => {
  it("writes above the line of the finding, with its indentation", () =>
    check(
      "Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n    Properties:\n      MessageRetentionPeriod: 60\n",
      `Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n    Properties:\n      # pillar-hints: ${WORDS}\n      MessageRetentionPeriod: 60\n`,
    ));

  it("writes the last day", () =>
    check(
      "Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n    Properties: { MessageRetentionPeriod: 60 }\n",
      "Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n    # pillar-hints: allow short-retention until 2027-06-30 -- the sandbox only\n    Properties: { MessageRetentionPeriod: 60 }\n",
      { ...REASON, until: "2027-06-30" },
    ));

  it("writes above the resource where the finding is on its name", () =>
    check(
      "Resources:\n  # News of the day.\n  News:\n    Type: AWS::SNS::Topic\n",
      "Resources:\n  # News of the day.\n  # pillar-hints: allow topic-exists -- the sandbox only\n  News:\n    Type: AWS::SNS::Topic\n",
    ));

  it("keeps the line ends of the file", () =>
    check(
      "Resources:\r\n  News:\r\n    Type: AWS::SNS::Topic\r\n",
      "Resources:\r\n  # pillar-hints: allow topic-exists -- the sandbox only\r\n  News:\r\n    Type: AWS::SNS::Topic\r\n",
    ));

  it("adds to an allow that stands there", () =>
    check(
      "Resources:\n  # pillar-hints: allow log-retention-unset -- other\n  News:\n    Type: AWS::SNS::Topic\n",
      "Resources:\n  # pillar-hints: allow log-retention-unset -- other\n  # pillar-hints: allow topic-exists -- the sandbox only\n  News:\n    Type: AWS::SNS::Topic\n",
    ));

  it("speaks for the file where the finding stands for several resources", () => {
    const functions = ["Orders", "Bills"].map((id) => `  ${id}:\n    Type: AWS::Lambda::Function\n    Properties:\n      Runtime: nodejs8.10\n`);
    check(`Resources:\n${functions.join("")}`, `# pillar-hints: allow-file old-runtime -- the sandbox only\nResources:\n${functions.join("")}`);
  });

  it("writes into the resource's metadata in JSON", () =>
    check(
      `{
  "Resources": {
    "Jobs": {
      "Type": "AWS::SQS::Queue",
      "Properties": { "MessageRetentionPeriod": 60 }
    }
  }
}
`,
      `{
  "Resources": {
    "Jobs": {
      "Type": "AWS::SQS::Queue",
      "Properties": { "MessageRetentionPeriod": 60 },
      "Metadata": {
        "PillarHints": {
          "allow": [
            {
              "rule": "short-retention",
              "reason": "the sandbox only"
            }
          ]
        }
      }
    }
  }
}
`,
    ));

  it("writes into the metadata of each resource in JSON where the finding stands for few", () => {
    const allow = { Metadata: { PillarHints: { allow: [{ rule: "old-runtime", reason: "the sandbox only" }] } } };
    check(functionsInJson(["Orders", "Bills", "Mails"]), functionsInJson(["Orders", "Bills", "Mails"], allow));
  });

  it("leaves it to the project file in JSON where the finding stands for many", () => {
    const view = viewOf(functionsInJson(["Orders", "Bills", "Mails", "Work"]));
    const [finding] = view.review.findings;
    if (!finding) throw new Error("There is nothing to allow.");
    deepStrictEqual(allowEdits(view, finding, REASON), { cannot: "the file has no place for it" });
    const made = JSON.stringify(decisionEdit(view, finding, REASON)).replaceAll("\\", "");
    deepStrictEqual(/"rule": "old-runtime",n *"file": "template.yaml",n *"reason": "the sandbox only"/.test(made), true, made);
  });
});

function functionsInJson(ids: readonly string[], more: object = {}): string {
  const of = { Type: "AWS::Lambda::Function", Properties: { Runtime: "nodejs8.10" }, ...more };
  return `${JSON.stringify({ Resources: Object.fromEntries(ids.map((id) => [id, of])) }, null, 2)}\n`;
}

/** Allows the first finding; it must be gone from the new text, and nothing else. */
function check(text: string, expected: string, permission: Permission = REASON): void {
  const view = viewOf(text);
  const [finding, ...others] = view.review.findings;
  if (!finding) throw new Error("There is nothing to allow.");
  const written = allowEdits(view, finding, permission);
  if ("cannot" in written) throw new Error(written.cannot);
  const after = applyEdits(text, written.edits);
  deepStrictEqual(after, expected);
  const left = view.revise(after, view.review);
  deepStrictEqual([left.findings.length, left.allowed.length, left.tree?.problems.length], [others.length, 1, view.review.tree?.problems.length]);
}
