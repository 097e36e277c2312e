import { FIFO_SUFFIX, MAX_RECEIVE_COUNT, MESSAGE_RETENTION } from "../../knowledge/sqs.ts";
import { arnOf, type Content, idOf, type NewResource } from "../../model/edit.ts";
import type { Resource } from "../../model/resource.ts";
import { isReference } from "../../model/value.ts";
import { consumersOf, isDeadLetter } from "../../model/words/consumers.ts";
import { defineRule } from "../define.ts";

export default defineRule({
  id: "queue-without-dead-letter",
  summary: "Queue with a consumer has nowhere to put a message that cannot be handled",
  pillars: ["reliability"],
  tradeoffs: {
    "operational-excellence": "Somebody has to watch the dead-letter queue.",
    "cost-optimization": "One more queue, paid for by its requests.",
  },
  practices: ["REL05-BP03@latest", "REL05-BP04@latest"],
  lens: ["REL 2"],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: `A message that its consumer cannot handle comes back again and again until the queue's retention ends (four days unless set), and then it is
gone without a trace. Meanwhile it costs an invocation each time; on a FIFO queue it also holds up every later message of its group. A dead-letter
queue sets it aside after a few tries, where it can be looked at and sent again.`,
  ask: "Who looks at messages that could not be handled, and how soon?",
  references: [
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html",
  ],
  on: "queue",
  *check(queue, { graph }) {
    const [consumer] = consumersOf(graph, queue);
    if (!consumer || isDeadLetter(graph, queue)) return;
    const redrive = queue.has("redrivePolicy");
    if (!redrive.known) return redrive;
    if (redrive.value) return;
    const fifo = queue.flag("fifoQueue");
    if (!fifo.known) return fifo;
    const deadLetter = deadLetterFor(queue, fifo.value);
    yield {
      at: queue,
      aspect: "redrivePolicy",
      text: "No dead-letter queue: {queue} gives {consumer} a message that fails until it expires.",
      values: { queue, consumer: consumer.function },
      fixes: [
        {
          title: `Move messages of {queue} to a new dead-letter queue after ${MAX_RECEIVE_COUNT.advised.value} tries (adds 1 resource)`,
          safety: "review",
          edits: [
            deadLetter,
            { set: queue, property: "redrivePolicy", to: { deadLetterTargetArn: arnOf(deadLetter), maxReceiveCount: MAX_RECEIVE_COUNT.advised.value } },
          ],
        },
      ],
    };
  },
  examples: [
    {
      dialect: "sam",
      bad: `Transform: AWS::Serverless-2016-10-31
Resources:
  ⟦Jobs⟧:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: 60

  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Timeout: 10
      Events:
        Jobs:
          Type: SQS
          Properties:
            Queue: !GetAtt Jobs.Arn
`,
      good: `Transform: AWS::Serverless-2016-10-31
Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: 60
      RedrivePolicy:
        deadLetterTargetArn: !GetAtt JobsDeadLetterQueue.Arn
        maxReceiveCount: 5

  JobsDeadLetterQueue:
    Type: AWS::SQS::Queue
    Properties:
      MessageRetentionPeriod: 1209600

  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Timeout: 10
      Events:
        Jobs:
          Type: SQS
          Properties:
            Queue: !GetAtt Jobs.Arn
`,
    },
    {
      dialect: "cloudformation",
      bad: `{
  "Resources": {
    "⟦Jobs⟧": {
      "Type": "AWS::SQS::Queue",
      "Properties": { "FifoQueue": true, "VisibilityTimeout": 60 }
    },
    "Mapping": {
      "Type": "AWS::Lambda::EventSourceMapping",
      "Properties": { "EventSourceArn": { "Fn::GetAtt": ["Jobs", "Arn"] }, "FunctionName": { "Ref": "Worker" } }
    },
    "Worker": {
      "Type": "AWS::Lambda::Function",
      "Properties": { "Timeout": 10 }
    }
  }
}
`,
      good: `{
  "Resources": {
    "Jobs": {
      "Type": "AWS::SQS::Queue",
      "Properties": { "FifoQueue": true, "VisibilityTimeout": 60, "RedrivePolicy": { "deadLetterTargetArn": { "Fn::GetAtt": ["JobsDeadLetterQueue", "Arn"] }, "maxReceiveCount": 5 } }
    },
    "JobsDeadLetterQueue": {
      "Type": "AWS::SQS::Queue",
      "Properties": {
        "FifoQueue": true,
        "MessageRetentionPeriod": 1209600
      }
    },
    "Mapping": {
      "Type": "AWS::Lambda::EventSourceMapping",
      "Properties": { "EventSourceArn": { "Fn::GetAtt": ["Jobs", "Arn"] }, "FunctionName": { "Ref": "Worker" } }
    },
    "Worker": {
      "Type": "AWS::Lambda::Function",
      "Properties": { "Timeout": 10 }
    }
  }
}
`,
    },
  ],
});

/** A queue of the same kind: SQS refuses a standard dead-letter queue for a FIFO queue; its messages stay as encrypted as they were. */
function deadLetterFor(queue: Resource<"queue">, fifo: boolean): NewResource {
  const name = queue.text("queueName");
  const properties: Record<string, Content> = {};
  if (fifo && name.known && name.value !== undefined)
    properties.queueName = `${name.value.slice(0, -FIFO_SUFFIX.value.length)}-dead-letter${FIFO_SUFFIX.value}`;
  if (fifo) properties.fifoQueue = true;
  properties.messageRetentionPeriod = MESSAGE_RETENTION.maximum.value;
  const key = queue.term("kmsMasterKeyId");
  if (key.known && typeof key.value === "string") properties.kmsMasterKeyId = key.value;
  if (key.known && isReference(key.value) && key.value.attribute === undefined) properties.kmsMasterKeyId = idOf(key.value.id);
  return { add: "queue", id: `${queue.id}DeadLetterQueue`, beside: queue, properties };
}
