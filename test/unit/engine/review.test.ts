import { deepEqual, equal, match, ok } from "node:assert/strict";
import type { Reported, Review } from "../../../server/src/engine/reported.ts";
import { review } from "../../../server/src/engine/review.ts";
import { apply, emptySnapshot, type Snapshot } from "../../../server/src/engine/snapshot.ts";
import { type Check, defineRule, type Rule } from "../../../server/src/rules/define.ts";
import { TEMPLATE_URI } from "../templates.ts";

const snapshot = (text: string): Snapshot => apply(emptySnapshot("2026-11-24"), { uri: TEMPLATE_URI, file: { state: "loaded", text } });

/** A rule on queues that does what the test says. */
function queueRule(check: Check<"queue">, id = "test-rule"): Rule {
  return defineRule({
    id,
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
    check,
    examples: [],
  });
}

const FIFO = queueRule(function* (queue) {
  const fifo = queue.flag("fifoQueue");
  if (!fifo.known) return fifo;
  if (fifo.value) yield { at: fifo, text: "{queue} is a FIFO queue.", values: { queue }, many: "{names} are FIFO queues ({count})." };
  return undefined;
});

function queues(...written: readonly string[]): string {
  return `Parameters:\n  Stage:\n    Type: String\nConditions:\n  Prod: !Equals [!Ref Stage, prod]\nResources:\n${written.map((text, index) => `  Q${index}:\n    Type: AWS::SQS::Queue\n${text.replace(/^/gm, "    ")}\n`).join("")}`;
}

const found = (text: string, ...rules: readonly Rule[]): Review => review(snapshot(text), TEMPLATE_URI, rules);
const messages = (of: Review): readonly string[] => of.findings.map((finding: Reported) => finding.message);

describe("A review", () => {
  it("reports at the value, by line and column", () => {
    const text = queues("Properties:\n  FifoQueue: true");
    const [finding] = found(text, FIFO).findings;
    equal(text.slice(finding?.span.start, finding?.span.end), "true");
    equal(finding?.fingerprint, "test-rule:Q0:fifoQueue");
  });

  it("shows a finding only if it holds in every world of its resource", () => {
    deepEqual(messages(found(queues("Properties:\n  FifoQueue: !If [Prod, true, false]"), FIFO)), []);
    deepEqual(messages(found(queues("Properties:\n  FifoQueue: !If [Prod, true, true]"), FIFO)), ["Q0 is a FIFO queue."]);
    deepEqual(messages(found(queues("Condition: Prod\nProperties:\n  FifoQueue: !If [Prod, true, false]"), FIFO)), ["Q0 is a FIFO queue."]);
  });

  it("merges findings with the same cause, and names the others as related", () => {
    const text = queues("Properties:\n  FifoQueue: !Ref Fifo", "Properties:\n  FifoQueue: !Ref Fifo").replace(
      "Parameters:",
      "Parameters:\n  Fifo:\n    Type: String\n    Default: true",
    );
    const result = found(text, FIFO);
    deepEqual(messages(result), ["Q0 and Q1 are FIFO queues (2)."]);
    equal(text.slice(result.findings[0]?.span.start, result.findings[0]?.span.end), "true");
  });

  it("keeps the reason where a check cannot decide", () => {
    const result = found(queues("Properties:\n  FifoQueue: !Ref Stage"), FIFO);
    deepEqual(messages(result), []);
    deepEqual(
      result.undecided.map((one) => `${one.rule} ${one.subject}: ${one.reason}`),
      ["test-rule Q0: parameter Stage has no default"],
    );
  });

  it("reports a rule that fails once by its name, and the others as ever", () => {
    const broken = queueRule(() => {
      throw new Error("broken");
    }, "broken-rule");
    const result = found(queues("Properties:\n  FifoQueue: true", "Properties: {}"), broken, FIFO);
    deepEqual(messages(result), ["Q0 is a FIFO queue."]);
    deepEqual(
      result.crashes.map((crash) => crash.rule),
      ["broken-rule"],
    );
    match(result.crashes[0]?.message ?? "", /^broken/);
  });

  it("takes nothing as absent in a resource with a syntax error, and reviews the rest", () => {
    const absent = queueRule(function* (queue) {
      const there = queue.has("queueName");
      if (!there.known) return there;
      if (!there.value) yield { at: queue, text: "{queue} has no name.", values: { queue } };
      return undefined;
    });
    const result = found(queues("Properties:\n  FifoQueue: [", "Properties:\n  FifoQueue: true"), absent);
    deepEqual(messages(result), ["Q1 has no name."]);
    ok((result.tree?.problems.length ?? 0) > 0);
  });

  it("gives up on a check that too many conditions decide", () => {
    const nested = (left: number): string => (left === 0 ? "true" : `!If [C${left}, ${nested(left - 1)}, ${nested(left - 1)}]`);
    const result = found(queues(`Properties:\n  FifoQueue: ${nested(6)}`), FIFO);
    deepEqual(messages(result), []);
    deepEqual(
      result.undecided.map((one) => one.reason),
      ["too many conditions decide this"],
    );
  });
});

describe("The next review", () => {
  const text = queues("Properties:\n  FifoQueue: true", "Properties:\n  FifoQueue: false\n  DelaySeconds: 1");
  const typed = (from: string, to: string): { readonly before: Review; readonly after: Review; readonly fresh: Review } => {
    const before = found(text, FIFO);
    const changed = snapshot(text.replace(from, to));
    return { before, after: review(changed, TEMPLATE_URI, [FIFO], before), fresh: review(changed, TEMPLATE_URI, [FIFO]) };
  };

  it("runs no check for what says the same in other words", () => {
    const { after } = typed("  DelaySeconds: 1", "  # a comment\n      DelaySeconds:   1");
    equal(after.checksRun, 0);
    equal(after.sectionsRead, 1);
  });

  it("runs the checks that looked at the changed resource, and no others", () => equal(typed("DelaySeconds: 1", "DelaySeconds: 12").after.checksRun, 1));

  it("says what a first review of the same text says, spans included", () => {
    for (const [from, to] of [
      ["Stage:", "Stages:"],
      ["FifoQueue: false", "FifoQueue: true"],
      ["  Q0:", "  # moved\n  Q0:"],
      ["  Q1:", "  Q1"],
    ] as const) {
      const { after, fresh } = typed(from, to);
      deepEqual(
        after.findings.map(({ message, span, fingerprint }) => ({ message, span, fingerprint })),
        fresh.findings.map(({ message, span, fingerprint }) => ({ message, span, fingerprint })),
      );
    }
  });
});

describe("A file", () => {
  it("that is no template gets nothing", () => {
    for (const text of ["", "hello", '{"Resources": []}', "kind: Deployment\nspec: {}", "\u0000\u0001", "Resources:\n  - a\n", "Type: AWS::SQS::Queue"])
      equal(found(text, FIFO).state, "notATemplate");
  });
  it("that is far too large is not read", () => equal(found(`# ${"x".repeat(4_000_001)}`, FIFO).state, "tooLarge"));
  it("that the snapshot does not hold is no template", () => equal(review(emptySnapshot("2026-11-24"), TEMPLATE_URI, [FIFO]).state, "notATemplate"));
});
