import { deepStrictEqual } from "node:assert";
import type { WorkspaceEdit } from "vscode-languageserver-types";
import { applyEdits } from "../../../server/src/base/span.ts";
import { finished, fixingAll } from "../../../server/src/features/resolve.ts";
import { type Given, viewOf } from "./view.ts";

const queue = (id: string, seconds: number) => `  ${id}:\n    Type: AWS::SQS::Queue\n    Properties:\n      MessageRetentionPeriod: ${seconds}\n`;

describe("fixing all", () => {
  it("applies what is safe, and counts what it leaves", () =>
    check(`Resources:\n${queue("Jobs", 60)}${queue("Mails", 70)}  News:\n    Type: AWS::SNS::Topic\n`, {
      text: `Resources:\n${queue("Jobs", 3600)}${queue("Mails", 3600)}  News:\n    Type: AWS::SNS::Topic\n`,
      counts: "2 fixed, 0 need review, 1 without fix",
    }));

  it("touches nothing but what it repairs", () =>
    check(`# One.\r\nResources:   # Two.\r\n${queue("Jobs", 60).replaceAll("\n", "\r\n")}\r\n\r\n# Three.`, {
      text: `# One.\r\nResources:   # Two.\r\n${queue("Jobs", 3600).replaceAll("\n", "\r\n")}\r\n\r\n# Three.`,
      edits: 1,
      counts: "1 fixed, 0 need review, 0 without fix",
    }));

  it("offers what needs a look as an edit of its own, each fix to be confirmed", () =>
    check(`Resources:\n${queue("FailingJobs", 4000)}${queue("FailingMails", 4000)}`, {
      counts: "0 fixed, 2 need review, 0 without fix",
      review: ["Add a dead-letter queue to FailingJobs", "Add a dead-letter queue to FailingMails"],
    }));

  it("does not offer for review what is safe already", () =>
    check(`Resources:\n${queue("Jobs", 60)}`, { text: `Resources:\n${queue("Jobs", 3600)}`, counts: "1 fixed, 0 need review, 0 without fix" }));

  it("offers nothing for review to a client that could not ask", () =>
    check(
      `Resources:\n${queue("FailingJobs", 4000)}`,
      { counts: "0 fixed, 1 need review, 0 without fix", review: [] },
      { client: { changeAnnotations: false } },
    ));

  it("leaves alone what the settings hide", () =>
    check(`Resources:\n${queue("Jobs", 60)}`, { counts: "0 fixed, 0 need review, 0 without fix" }, { settings: { pillars: { reliability: false } } }));

  it("has nothing to do in what is no template", () => check("name: value\n", { counts: "0 fixed, 0 need review, 0 without fix" }));
});

interface Expected {
  /** The text with the safe edit; the same as before where absent. */
  readonly text?: string;
  readonly edits?: number;
  readonly counts: string;
  /** What the review edit asks to confirm. */
  readonly review?: readonly string[];
}

function check(text: string, expected: Expected, given: Given = {}): void {
  const { edit, review, fixed, needReview, withoutFix } = finished(fixingAll(viewOf(text, given)));
  const edits = editsIn(edit, text, given);
  deepStrictEqual(
    {
      text: applyEdits(text, edits),
      edits: edits.length,
      counts: `${fixed} fixed, ${needReview} need review, ${withoutFix} without fix`,
      review: Object.values(review?.changeAnnotations ?? {}).map(({ label, needsConfirmation }) => (needsConfirmation ? label : "")),
    },
    { text: expected.text ?? text, edits: expected.edits ?? edits.length, counts: expected.counts, review: expected.review ?? [] },
  );
}

function editsIn(edit: WorkspaceEdit | null, text: string, given: Given) {
  const { positions } = viewOf(text, given);
  return (edit?.documentChanges ?? []).flatMap((change) =>
    "edits" in change
      ? change.edits.map((each) => ({
          span: { start: positions.offset(each.range.start), end: positions.offset(each.range.end) },
          text: "newText" in each ? each.newText : "",
        }))
      : [],
  );
}
