import { below, type Place } from "../../base/place.ts";
import { PIPE_BISECT, STREAM_RETRIES_ADVISED } from "../../knowledge/streams.ts";
import type { Edit, Fix } from "../../model/edit.ts";
import type { Resource } from "../../model/resource.ts";
import { spelledDuration } from "../../model/words/durations.ts";
import { type Polling, pollingOf } from "../../model/words/streams.ts";
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
a day for DynamoDB, up to a year for Kinesis, as long as the topic keeps them for Kafka. Until then no later record of that shard is handled, and every try
is paid for. A limit on the tries, halving the batch on errors and a failure destination set the bad record aside. A limit without a destination loses it: nobody will know which.`,
  ask: "May later records overtake one that keeps failing? Where order is all, as in a ledger, standing still is right.",
  references: [
    "https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-parameters.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/kafka-retry-configurations.html",
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-error-troubleshooting.html",
  ],
  on: ["eventSourceMapping", "pipe"],
  *check(poller) {
    const polling = pollingOf(poller);
    if (!polling.known || !polling.value) return polling.known ? undefined : polling;
    const { stream, retries, age, keeps } = polling.value;
    const fn = poller.is("eventSourceMapping") ? poller.reference("function") : undefined;
    const values = { poller: fn?.known && fn.value ? fn.value : poller, source: stream.source ?? STREAMS[stream.service] };
    if (retries < 0 && age < 0) {
      if (!stream.hours.known) return stream.hours;
      const { value: hours } = stream.hours;
      const how = `blocks its ${stream.service === "kafka" ? "partition" : "shard"} of {source} ${hours === undefined ? "until it expires" : "for {time}"}`;
      yield {
        at: poller,
        aspect: "maximumRetryAttempts",
        text: `No retry limit: a record on which {poller} fails ${how}.`,
        values: { ...values, time: spelledDuration((hours ?? 0) * HOUR) },
        fixes: limited(poller, polling.value),
      };
    } else if (!keeps) {
      yield {
        at: poller,
        aspect: "onFailure",
        text: "No failure destination: a record of {source} on which {poller} keeps failing is dropped.",
        values,
        severity: "information",
        fixes: [{ title: "Send failed records of {poller} to a new queue (adds 1 resource)", safety: "review", edits: [{ sendFailuresOf: poller }] }],
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
    {
      dialect: "cloudformation",
      bad: `Resources:
  Orders:
    Type: AWS::DynamoDB::Table

  ForwardRole:
    Type: AWS::IAM::Role

  ⟦Forward⟧:
    Type: AWS::Pipes::Pipe
    Properties:
      RoleArn: !GetAtt ForwardRole.Arn
      Source: !GetAtt Orders.StreamArn
      SourceParameters:
        DynamoDBStreamParameters:
          StartingPosition: LATEST
      Target: !Ref TargetArn
`,
      good: `Resources:
  Orders:
    Type: AWS::DynamoDB::Table

  ForwardRole:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: send-to-ForwardFailures
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: sqs:SendMessage
                Resource: !GetAtt ForwardFailures.Arn

  Forward:
    Type: AWS::Pipes::Pipe
    Properties:
      RoleArn: !GetAtt ForwardRole.Arn
      Source: !GetAtt Orders.StreamArn
      SourceParameters:
        DynamoDBStreamParameters:
          StartingPosition: LATEST
          MaximumRetryAttempts: 10
          OnPartialBatchItemFailure: AUTOMATIC_BISECT
          DeadLetterConfig:
            Arn: !GetAtt ForwardFailures.Arn
      Target: !Ref TargetArn

  ForwardFailures:
    Type: AWS::SQS::Queue
    Properties:
      MessageRetentionPeriod: 1209600
`,
    },
  ],
});

const STREAMS = { kinesis: "the Kinesis stream", dynamodb: "the DynamoDB stream", kafka: "the Kafka topic" } as const;

function limited(poller: Resource<"eventSourceMapping" | "pipe">, { keeps, settings }: Polling): readonly Fix[] {
  const limits = poller.is("pipe") ? settings && limitsOfPipe(settings) : limitsOfMapping(poller);
  if (!limits) return [];
  const tries = `after ${STREAM_RETRIES_ADVISED} tries, halving its batch`;
  return keeps
    ? [{ title: `Set a failed record aside ${tries}`, safety: "review", edits: limits }]
    : [{ title: `Send a failed record to a new queue ${tries} (adds 1 resource)`, safety: "review", edits: [...limits, { sendFailuresOf: poller }] }];
}

const limitsOfMapping = (mapping: Resource): readonly Edit[] => [
  { set: mapping, property: "maximumRetryAttempts", to: STREAM_RETRIES_ADVISED },
  { set: mapping, property: "bisectBatchOnFunctionError", to: true },
];

/** A pipe has its settings under a key for the kind of its source. */
function limitsOfPipe(settings: Place): readonly Edit[] {
  const at = (key: string): Place => ({ ...settings, path: below(settings.path, key) });
  return [
    { replace: at("MaximumRetryAttempts"), by: STREAM_RETRIES_ADVISED },
    { replace: at("OnPartialBatchItemFailure"), by: PIPE_BISECT.value },
  ];
}
