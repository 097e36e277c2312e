import { deepStrictEqual } from "node:assert";
import { review } from "../../../server/src/engine/review.ts";
import { apply, emptySnapshot } from "../../../server/src/engine/snapshot.ts";
import { defineRule } from "../../../server/src/rules/define.ts";
import { TEMPLATE_URI } from "../templates.ts";

const FIFO = defineRule({
  id: "test-rule",
  summary: "Test",
  pillars: ["reliability"],
  tradeoffs: {},
  practices: [],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: "Test.",
  references: [],
  on: "queue",
  *check(queue) {
    const fifo = queue.flag("fifoQueue");
    if (!fifo.known) return fifo;
    if (fifo.value) yield { at: fifo, cause: "fifo", text: "{queue} is a FIFO queue.", values: { queue }, many: "{names} are FIFO queues." };
    return undefined;
  },
  examples: [],
});

const ALLOW = "# pillar-hints: allow test-rule -- a reason";

describe("findings with one cause", () => {
  it("stand for all of their subjects", () => {
    const [finding] = reviewed(queues({}, {}, {})).findings;
    deepStrictEqual([finding?.subject, finding?.subjects], ["Q1", ["Q1", "Q2", "Q3"]]);
    deepStrictEqual(finding?.fingerprints, ["test-rule:Q1:fifoQueue", "test-rule:Q2:fifoQueue", "test-rule:Q3:fifoQueue"]);
  });

  it("are allowed one by one by comments above resources", () => check(queues({ above: ALLOW }, {}, {}), "Q2 and Q3 are FIFO queues."));
  it("are allowed one by one by comments on lines", () => check(queues({}, { behind: ALLOW }, {}), "Q1 and Q3 are FIFO queues."));
  it("are allowed when each of them is", () => check(queues({ above: ALLOW }, { behind: ALLOW }, { above: ALLOW })));
  it("are allowed for the file", () => check(`# pillar-hints: allow-file test-rule -- a reason\n${queues({}, {}, {})}`));
  it("are allowed one by one by decisions about a subject", () =>
    check(queues({}, {}, {}), "Q1 and Q3 are FIFO queues.", [{ rule: "test-rule", subject: "Q2", reason: "a reason" }]));
  it("are allowed one by one by decisions about a fingerprint", () =>
    check(queues({}, {}, {}), "Q2 and Q3 are FIFO queues.", [{ rule: "test-rule", fingerprint: "test-rule:Q1:fifoQueue", reason: "a reason" }]));
});

/** Reviews a text: the only message, or none; no allow is called useless. */
function check(text: string, message?: string, decisions: readonly object[] = []): void {
  const { findings, notices } = reviewed(text, decisions);
  deepStrictEqual(
    findings.map((finding) => finding.message),
    message === undefined ? [] : [message],
  );
  deepStrictEqual(notices, []);
}

function reviewed(text: string, decisions: readonly object[] = []) {
  const project = { uri: TEMPLATE_URI.replace(/[^/]*$/, "pillar-hints.json"), file: { state: "loaded", text: JSON.stringify({ decisions }) } } as const;
  return review(apply(emptySnapshot("2026-11-24"), { uri: TEMPLATE_URI, file: { state: "loaded", text } }, project), TEMPLATE_URI, [FIFO]);
}

function queues(...comments: readonly { readonly above?: string; readonly behind?: string }[]): string {
  const written = comments.map(({ above, behind }, index) => {
    const comment = above === undefined ? "" : `  ${above}\n`;
    return `${comment}  Q${index + 1}:\n    Type: AWS::SQS::Queue\n    Properties:\n      FifoQueue: true${behind === undefined ? "" : ` ${behind}`}\n`;
  });
  return `Resources:\n${written.join("")}`;
}
