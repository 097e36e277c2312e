import { deepStrictEqual } from "node:assert";
import type { Review } from "../../server/src/engine/reported.ts";
import { review } from "../../server/src/engine/review.ts";
import { apply, emptySnapshot } from "../../server/src/engine/snapshot.ts";
import { calmed } from "../../server/src/features/calm.ts";
import { RULES } from "../../server/src/rules/index.ts";

const URI = "file:///project/template.yaml";
const EMPTY = apply(emptySnapshot("2026-11-24"), { folders: ["file:///project"] });

const ABOVE = `AWSTemplateFormatVersion: "2010-09-09"
Transform: AWS::Serverless-2016-10-31
Resources:
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: nodejs24.x
      Architectures: [arm64]
      MemorySize: 512
      Timeout: 60
      Environment:
        Variables:
          ORDERS: !Ref Orders
      Events:
        Jobs:
          Type: SQS
          Properties:
            Queue: !GetAtt Jobs.Arn
`;
const BELOW = `
  Trail:
    Type: AWS::Logs::LogGroup
    Properties:
      RetentionInDays: 30
`;

describe("calm: what is half typed is no finding", () => {
  it("a queue", () =>
    check(`  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: 360
      RedrivePolicy:
        deadLetterTargetArn: !GetAtt Failed.Arn
        maxReceiveCount: 5
  Failed:
    Type: AWS::SQS::Queue
    Properties:
      MessageRetentionPeriod: 1209600
`));

  it("a function", () =>
    check(`  Resize:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: nodejs24.x
      MemorySize: 512
      Timeout: 20
      Architectures: [arm64]
      Tracing: Active
      Policies:
        - DynamoDBReadPolicy:
            TableName: !Ref Orders
      EventInvokeConfig:
        DestinationConfig:
          OnFailure:
            Type: SQS
      Events:
        Night:
          Type: Schedule
          Properties:
            Schedule: rate(1 day)
`));

  it("a function with statements", () =>
    check(`  Reader:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.14
      Handler: app.handler
      Policies:
        - Statement:
            - Effect: Allow
              Action: dynamodb:GetItem
              Resource: !GetAtt Orders.Arn
            - Effect: Allow
              Action: [sqs:SendMessage, sqs:GetQueueUrl]
              Resource: "*"
              Condition: { StringEquals: { aws:ResourceTag/team: orders } }
`));

  it("a role", () =>
    check(`  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:AssumeRole
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
      Policies:
        - PolicyName: table
          PolicyDocument:
            Statement:
              - Effect: Allow
                Action: dynamodb:PutItem
                Resource: !GetAtt Orders.Arn
`));

  it("a table", () =>
    check(`  Orders:
    Type: AWS::DynamoDB::Table
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties:
      TableName: orders
      BillingMode: PAY_PER_REQUEST
      PointInTimeRecoverySpecification:
        PointInTimeRecoveryEnabled: true
`));

  it("an API", () =>
    check(`  Shop:
    Type: AWS::Serverless::Api
    Properties:
      StageName: live
      TracingEnabled: true
      Auth:
        DefaultAuthorizer: AWS_IAM
      MethodSettings:
        - HttpMethod: "*"
          ResourcePath: /*
          ThrottlingRateLimit: 50
          ThrottlingBurstLimit: 100
          DataTraceEnabled: false
      AccessLogSetting:
        DestinationArn: !GetAtt Trail.Arn
        Format: '{"requestId":"$context.requestId"}'
`));

  it("a log group and an alarm", () =>
    check(`  Logs:
    Type: AWS::Logs::LogGroup
    Properties:
      RetentionInDays: 365
  Errors:
    Type: AWS::CloudWatch::Alarm
    Properties:
      MetricName: Errors
      Namespace: AWS/Lambda
      Threshold: 1
      AlarmActions: [!Ref People]
`));
});

/**
 * Types a resource letter by letter between two others. It is complete after every line that opens nothing: a letter shows no finding that is neither in
 * the complete state before it nor in the one after it.
 */
function check(typed: string): void {
  const lines = typed.trimEnd().split("\n");
  const flashes: string[] = [];
  let known = idsOf(reviewed(""));
  let last: Review | undefined;
  lines.forEach((line, index) => {
    const above = textOf(lines.slice(0, index));
    const complete = lines.findIndex((each, at) => at >= index && !opens(each));
    const next = idsOf(reviewed(textOf(lines.slice(0, complete + 1))));
    for (let end = 1; end <= line.length; end += 1) {
      last = reviewed(above + line.slice(0, end), last);
      const shown = calmed(last, { uri: last.uri, at: (ABOVE + above).length + end }, known);
      const flash = shown.find(({ fingerprint }) => !known.has(fingerprint) && !next.has(fingerprint));
      if (flash) flashes.push(`${line.slice(0, end)}| ${flash.rule.id}: ${flash.message}`);
    }
    if (complete === index) known = next;
  });
  deepStrictEqual(flashes, []);
}

const opens = (line: string): boolean => line.endsWith(":");
const textOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join("");

function reviewed(typed: string, previous?: Review): Review {
  const text = ABOVE + typed + BELOW;
  return review(apply(EMPTY, { uri: URI, file: { state: "loaded", text } }), URI, RULES, previous);
}

const idsOf = ({ findings }: Review): ReadonlySet<string> => new Set(findings.map(({ fingerprint }) => fingerprint));
