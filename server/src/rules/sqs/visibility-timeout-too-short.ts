import { VISIBILITY_FACTOR, VISIBILITY_TIMEOUT } from "../../knowledge/sqs.ts";
import { consumersOf, slowest } from "../../model/words/consumers.ts";
import { defineRule } from "../define.ts";

export default defineRule({
  id: "visibility-timeout-too-short",
  summary: "Queue shows a message again while its consumer may still be working on it",
  pillars: ["reliability", "cost-optimization"],
  tradeoffs: { "performance-efficiency": "After a crash, a message waits longer before it is tried again." },
  practices: ["REL05-BP03@latest", "REL05-BP04@latest"],
  lens: ["REL 2"],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: `SQS hands a message out again when its visibility timeout ends, whether or not its consumer is done. Lambda may hold a batch for the
function's whole timeout, and longer while it is throttled, so a short visibility timeout means that one message is handled twice, is paid for twice, and
reaches the dead-letter queue although nothing was wrong with it. AWS advises six times the function's timeout plus the batching window; Lambda
refuses a mapping whose queue is shorter than the function.`,
  ask: "How long may a message wait after a consumer crashed?",
  references: [
    "https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html",
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html",
  ],
  on: "queue",
  *check(queue, { graph }) {
    const consumers = consumersOf(graph, queue);
    if (consumers.length === 0) return;
    const visibility = queue.number("visibilityTimeout");
    if (!visibility.known) return visibility;
    const longest = slowest(consumers);
    if (!longest || "known" in longest) return longest;
    const runs = longest.timeout.value;
    const enough = VISIBILITY_FACTOR.value * runs + longest.window;
    if (visibility.value >= enough || enough > VISIBILITY_TIMEOUT.maximum.value) return;
    yield {
      at: visibility,
      text:
        visibility.value < runs
          ? "{queue} shows a message again after {has} s, but {consumer} may run {runs} s: use {enough} s."
          : "{queue} shows a message again after {has} s; {consumer} runs up to {runs} s: use {enough} s.",
      values: { queue, has: visibility.value, consumer: longest.consumer.function, runs, enough },
      severity: visibility.value < runs ? "error" : "warning",
      related: [[longest.timeout, "timeout of {consumer}"]],
      fixes: [
        {
          title: `Set the visibility timeout of {queue} to {enough} s (${VISIBILITY_FACTOR.value} × {runs} s${longest.window > 0 ? ` + ${longest.window} s batching window` : ""})`,
          safety: "review",
          edits: [{ set: queue, property: "visibilityTimeout", to: enough }],
        },
      ],
    };
  },
  examples: [
    {
      dialect: "sam",
      bad: `AWSTemplateFormatVersion: "2010-09-09"
Transform: AWS::Serverless-2016-10-31
Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: ⟦30⟧ # seconds
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: nodejs22.x
      Timeout: 60
      Events:
        Jobs:
          Type: SQS
          Properties:
            Queue: !GetAtt Jobs.Arn
`,
      good: `AWSTemplateFormatVersion: "2010-09-09"
Transform: AWS::Serverless-2016-10-31
Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: 360 # seconds
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: nodejs22.x
      Timeout: 60
      Events:
        Jobs:
          Type: SQS
          Properties:
            Queue: !GetAtt Jobs.Arn
`,
    },
    {
      dialect: "cloudformation",
      bad: `Resources:
  ⟦Jobs⟧:
    Type: AWS::SQS::Queue
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::123456789012:role/worker
      Code: { S3Bucket: code, S3Key: worker.zip }
      Timeout: 10
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      EventSourceArn: !GetAtt Jobs.Arn
      FunctionName: !Ref Worker
      MaximumBatchingWindowInSeconds: 5
`,
      good: `Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: 65
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::123456789012:role/worker
      Code: { S3Bucket: code, S3Key: worker.zip }
      Timeout: 10
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      EventSourceArn: !GetAtt Jobs.Arn
      FunctionName: !Ref Worker
      MaximumBatchingWindowInSeconds: 5
`,
    },
  ],
});
