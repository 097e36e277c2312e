/** Rules of different shape for tests of what is made of findings; the catalogue may change without them. */
import { arnOf, type NewResource } from "../../../server/src/model/edit.ts";
import { defineRule, type Rule } from "../../../server/src/rules/define.ts";

/** A rule with a safe fix on a value, and a second fix that no document can take. */
const shortRetention: Rule = defineRule({
  id: "short-retention",
  summary: "Queue forgets its messages within an hour",
  pillars: ["reliability", "cost-optimization"],
  tradeoffs: { sustainability: "More is kept." },
  practices: ["REL05-BP03@latest"],
  lens: ["REL 2"],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: "Whoever sleeps for an hour loses `messages`. Nobody\nwakes in time. A third sentence.",
  ask: "Who is awake?",
  whoseJob: "AWS keeps messages; how long is yours.",
  references: ["https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/"],
  on: "queue",
  *check(queue) {
    const kept = queue.number("messageRetentionPeriod");
    if (!kept.known) return kept;
    if (kept.value >= 3600) return;
    yield {
      at: kept,
      text: "{queue} keeps a message for {has} s only.",
      values: { queue, has: kept.value },
      fixes: [
        { title: "Keep the messages of {queue} for 3600 s", safety: "safe", edits: [{ set: queue, property: "messageRetentionPeriod", to: 3600 }] },
        { title: "Keep them for ever", safety: "review", edits: [{ set: queue, property: "noSuchProperty", to: 1 }] },
      ],
    };
  },
  examples: [
    {
      dialect: "cloudformation",
      bad: "Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n    Properties:\n      MessageRetentionPeriod: ⟦60⟧\n",
      good: "Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n    Properties:\n      MessageRetentionPeriod: 3600\n",
    },
  ],
});

/** A rule that has nothing to offer. */
const topicExists: Rule = defineRule({
  id: "topic-exists",
  summary: "There is a topic",
  pillars: ["operational-excellence"],
  tradeoffs: {},
  practices: [],
  default: "on",
  severity: "information",
  confidence: "low",
  why: "Topics exist.",
  references: [],
  on: "topic",
  *check(topic) {
    yield { at: topic, aspect: "existence", text: "{topic} exists.", values: { topic } };
    return undefined;
  },
  examples: [],
});

/** A rule whose findings with one cause are merged, and whose fix wants a look. */
const oldRuntime: Rule = defineRule({
  id: "old-runtime",
  summary: "Function runs on an old runtime",
  pillars: ["security"],
  tradeoffs: {},
  practices: [],
  default: "on",
  severity: "error",
  confidence: "high",
  why: "Nobody patches it.",
  references: [],
  on: "function",
  *check(fn) {
    const runtime = fn.text("runtime");
    if (!runtime.known) return runtime;
    if (runtime.value !== "nodejs8.10") return;
    yield {
      at: runtime,
      text: "{fn} runs on an old runtime.",
      many: "{names} run on an old runtime.",
      values: { fn },
      cause: "nodejs8.10",
      fixes: [
        {
          title: "Move {fn} to nodejs24.x",
          many: "Move all {count} functions to nodejs24.x",
          safety: "review",
          edits: [{ replace: runtime, by: "nodejs24.x" }],
        },
      ],
    };
  },
  examples: [],
});

/** A rule whose fix adds a resource. */
const noDeadLetter: Rule = defineRule({
  id: "no-dead-letter",
  summary: "Queue named for failing has no dead-letter queue",
  pillars: ["reliability"],
  tradeoffs: {},
  practices: [],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: "Messages are lost.",
  references: [],
  on: "queue",
  *check(queue) {
    if (!queue.id.startsWith("Failing")) return;
    const redrive = queue.has("redrivePolicy");
    if (!redrive.known) return redrive;
    if (redrive.value) return;
    const added: NewResource = { add: "queue", id: `${queue.id}Letters`, beside: queue, properties: { messageRetentionPeriod: 1209600 } };
    yield {
      at: queue,
      aspect: "redrivePolicy",
      text: "No dead-letter queue: {queue} loses messages.",
      values: { queue },
      fixes: [
        {
          title: "Add a dead-letter queue to {queue}",
          safety: "review",
          edits: [added, { set: queue, property: "redrivePolicy", to: { deadLetterTargetArn: arnOf(added), maxReceiveCount: 5 } }],
        },
      ],
    };
  },
  examples: [],
});

export const RULES: readonly Rule[] = [noDeadLetter, oldRuntime, shortRetention, topicExists];
