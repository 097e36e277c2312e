import { MESSAGE_RETENTION } from "../../knowledge/sqs.ts";
import type { Graph } from "../../model/graph.ts";
import type { Resource } from "../../model/resource.ts";
import type { Known, Unknown } from "../../model/value.ts";
import { consumersOf } from "../../model/words/consumers.ts";
import { spelledDuration } from "../../model/words/durations.ts";
import { defineRule } from "../define.ts";

export default defineRule({
  id: "dead-letter-retention-too-short",
  summary: "Dead-letter queue lets messages expire no later than the queue that they come from",
  pillars: ["reliability"],
  tradeoffs: {},
  practices: ["REL05-BP03@latest", "REL06-BP01@2024-06-27"],
  lens: ["REL 2"],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: `When SQS moves a message of a standard queue to its dead-letter queue, the message keeps the time at which it was first sent. With the same retention
on both, a message that waited three days in the first queue has one day left in the second: it may be gone before anybody looks. AWS advises a longer
retention on the dead-letter queue; SQS does not charge for the time that a message is kept.`,
  references: ["https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html"],
  on: "queue",
  *check(queue, { graph }) {
    const sources = graph.referring(queue, "queue", "deadLetterTarget").filter((source) => source.id !== queue.id);
    if (sources.length === 0 || consumersOf(graph, queue).length > 0) return;
    const fifo = queue.flag("fifoQueue");
    const kept = queue.number("messageRetentionPeriod");
    if (!fifo.known) return fifo;
    if (!kept.known) return kept;
    if (fifo.value || kept.value >= MESSAGE_RETENTION.maximum.value) return;
    const longest = longestKept(sources);
    if (!longest?.known) return longest;
    if (longest.value < kept.value) return;
    yield {
      at: kept,
      text: "{queue} keeps dead letters for {has}, counted from when {source} got them: use {most}.",
      values: {
        queue,
        source: longest.of,
        has: spelledDuration(kept.value),
        most: spelledDuration(MESSAGE_RETENTION.maximum.value),
      },
      related: [[longest, `{source} keeps messages for ${spelledDuration(longest.value)}`]],
      fixes: [
        {
          title: "Keep the dead letters of {queue} for {most}",
          safety: "safe",
          edits: [{ set: queue, property: "messageRetentionPeriod", to: MESSAGE_RETENTION.maximum.value }],
        },
      ],
    };
  },
  examples: [
    {
      dialect: "sam",
      bad: `Transform: AWS::Serverless-2016-10-31
Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      RedrivePolicy:
        deadLetterTargetArn: !GetAtt FailedJobs.Arn
        maxReceiveCount: 5

  FailedJobs:
    Type: AWS::SQS::Queue
    Properties:
      MessageRetentionPeriod: ⟦345600⟧
`,
      good: `Transform: AWS::Serverless-2016-10-31
Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      RedrivePolicy:
        deadLetterTargetArn: !GetAtt FailedJobs.Arn
        maxReceiveCount: 5

  FailedJobs:
    Type: AWS::SQS::Queue
    Properties:
      MessageRetentionPeriod: 1209600
`,
    },
    {
      dialect: "cloudformation",
      bad: `Resources:
  ⟦FailedJobs⟧:
    Type: AWS::SQS::Queue

  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      MessageRetentionPeriod: 604800
      RedrivePolicy:
        deadLetterTargetArn: !GetAtt FailedJobs.Arn
        maxReceiveCount: 5
`,
      good: `Resources:
  FailedJobs:
    Type: AWS::SQS::Queue
    Properties:
      MessageRetentionPeriod: 1209600

  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      MessageRetentionPeriod: 604800
      RedrivePolicy:
        deadLetterTargetArn: !GetAtt FailedJobs.Arn
        maxReceiveCount: 5
`,
    },
  ],
});

/** The longest retention among the standard queues that messages come from; unknown when any of them is. */
function longestKept(sources: ReturnType<Graph["referring"]>): (Known<number> & { readonly of: Resource }) | Unknown | undefined {
  let longest: (Known<number> & { readonly of: Resource }) | undefined;
  for (const source of sources) {
    if (!source.is("queue")) continue;
    const fifo = source.flag("fifoQueue");
    if (!fifo.known) return fifo;
    // In FIFO queues the clock starts again.
    if (fifo.value) continue;
    const kept = source.number("messageRetentionPeriod");
    if (!kept.known) return kept;
    if (!longest || kept.value > longest.value) longest = { ...kept, of: source };
  }
  return longest;
}
