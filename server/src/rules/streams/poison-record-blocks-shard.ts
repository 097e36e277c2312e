import { STREAM_RETRIES_ADVISED } from "../../knowledge/streams.ts";
import type { Edit, Fix } from "../../model/edit.ts";
import type { Resource } from "../../model/resource.ts";
import { spelledDuration } from "../../model/words/durations.ts";
import { pollingOf } from "../../model/words/streams.ts";
import { defineRule } from "../define.ts";

const HOUR = 3600;

export default defineRule({
  id: "poison-record-blocks-shard",
  summary: "Stream stands still on one bad record, or a record is dropped without trace",
  pillars: ["reliability", "cost-optimization"],
  tradeoffs: {
    "performance-efficiency": "Halving a batch handles its good records again.",
    "operational-excellence": "Somebody has to watch the queue of failed records.",
  },
  practices: ["REL05-BP03@latest", "REL05-BP04@latest"],
  lens: ["REL 2"],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: `Lambda reads a shard in order. When the function fails on a batch, Lambda tries the same batch again, by default until its records leave the stream:
a day for DynamoDB, up to a year for Kinesis. Until then no later record of that shard is handled, and every try is paid for. A limit on the tries,
halving the batch on errors and a failure destination set the bad record aside. A limit without a destination loses it: nobody will know which.`,
  ask: "May later records overtake one that keeps failing? Where order is all, as in a ledger, standing still is right.",
  references: [
    "https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-parameters.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html",
  ],
  on: ["eventSourceMapping", "pipe"],
  *check(poller) {
    const polling = pollingOf(poller);
    if (!polling.known || !polling.value) return polling.known ? undefined : polling;
    const { stream, retries, age, keeps } = polling.value;
    const fn = poller.is("eventSourceMapping") ? poller.reference("function") : undefined;
    const values = {
      poller: fn?.known && fn.value ? fn.value : poller,
      source: stream.source ?? (stream.service === "kinesis" ? "the Kinesis stream" : "the DynamoDB stream"),
    };
    if (retries < 0 && age < 0) {
      if (!stream.hours.known) return stream.hours;
      yield {
        at: poller,
        aspect: "maximumRetryAttempts",
        text: "No retry limit: a record on which {poller} fails blocks its shard of {source} for {time}.",
        values: { ...values, time: spelledDuration(stream.hours.value * HOUR) },
        fixes: poller.is("eventSourceMapping") ? [limited(poller, keeps)] : [],
      };
    } else if (!keeps) {
      yield {
        at: poller,
        aspect: "onFailure",
        text: "No failure destination: a record of {source} on which {poller} keeps failing is dropped.",
        values,
        severity: "information",
        fixes: poller.is("eventSourceMapping")
          ? [{ title: "Send failed records of {poller} to a new queue (adds 1 resource)", safety: "review", edits: [{ sendFailuresOf: poller }] }]
          : [],
      };
    }
  },
  examples: [
    {
      dialect: "sam",
      bad: `Transform: AWS::Serverless-2016-10-31
Resources:
  Project:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: nodejs24.x
      Events:
        ⟦Changes⟧:
          Type: DynamoDB
          Properties:
            Stream: !GetAtt Orders.StreamArn
            StartingPosition: LATEST

  Orders:
    Type: AWS::DynamoDB::Table
`,
      good: `Transform: AWS::Serverless-2016-10-31
Resources:
  Project:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: nodejs24.x
      Events:
        Changes:
          Type: DynamoDB
          Properties:
            Stream: !GetAtt Orders.StreamArn
            StartingPosition: LATEST
            MaximumRetryAttempts: 10
            BisectBatchOnFunctionError: true
            DestinationConfig:
              OnFailure:
                Type: SQS
                Destination: !GetAtt ProjectFailures.Arn

  ProjectFailures:
    Type: AWS::SQS::Queue
    Properties:
      MessageRetentionPeriod: 1209600

  Orders:
    Type: AWS::DynamoDB::Table
`,
    },
    {
      dialect: "cloudformation",
      bad: `Resources:
  Clicks:
    Type: AWS::Kinesis::Stream
    Properties:
      RetentionPeriodHours: 168

  Count:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt CountRole.Arn

  CountRole:
    Type: AWS::IAM::Role
    Properties:
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/service-role/AWSLambdaKinesisExecutionRole

  ⟦Mapping⟧:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      EventSourceArn: !GetAtt Clicks.Arn
      FunctionName: !Ref Count
      StartingPosition: TRIM_HORIZON
`,
      good: `Resources:
  Clicks:
    Type: AWS::Kinesis::Stream
    Properties:
      RetentionPeriodHours: 168

  Count:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt CountRole.Arn

  CountFailures:
    Type: AWS::SQS::Queue
    Properties:
      MessageRetentionPeriod: 1209600

  CountRole:
    Type: AWS::IAM::Role
    Properties:
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/service-role/AWSLambdaKinesisExecutionRole
      Policies:
        - PolicyName: send-to-CountFailures
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: sqs:SendMessage
                Resource: !GetAtt CountFailures.Arn

  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      EventSourceArn: !GetAtt Clicks.Arn
      FunctionName: !Ref Count
      StartingPosition: TRIM_HORIZON
      MaximumRetryAttempts: 10
      BisectBatchOnFunctionError: true
      DestinationConfig:
        OnFailure:
          Destination: !GetAtt CountFailures.Arn
`,
    },
  ],
});

function limited(mapping: Resource<"eventSourceMapping">, hasDestination: boolean): Fix {
  const limits: readonly Edit[] = [
    { set: mapping, property: "maximumRetryAttempts", to: STREAM_RETRIES_ADVISED },
    { set: mapping, property: "bisectBatchOnFunctionError", to: true },
  ];
  const tries = `after ${STREAM_RETRIES_ADVISED} tries, halving its batch`;
  return hasDestination
    ? { title: `Set a failed record aside ${tries}`, safety: "review", edits: limits }
    : { title: `Send a failed record to a new queue ${tries} (adds 1 resource)`, safety: "review", edits: [...limits, { sendFailuresOf: mapping }] };
}
