import { factsOf } from "../../model/code/handler.ts";
import { asynchronousSources } from "../../model/words/asynchronous.ts";
import { catchesAll, doesWork, isOutermost, leavesTraces, logsOnly, swallows } from "../../model/words/code/catches.ts";
import { runsAtDeployment } from "../../model/words/code/deployment.ts";
import { handlerOf } from "../../model/words/code/handler.ts";
import { perInvocation } from "../../model/words/code/sites.ts";
import { type Source, sourcesOf } from "../../model/words/code/sources.ts";
import { defineRule } from "../define.ts";

export default defineRule({
  id: "error-swallowed",
  summary: "Handler catches every error and ends as if all went well",
  pillars: ["reliability", "operational-excellence"],
  tradeoffs: { "cost-optimization": "What fails is tried again." },
  practices: ["REL05-BP03@latest", "REL06-BP01@2024-06-27"],
  lens: ["REL 2"],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: `Lambda, SQS, streams and workflows know of a failure only by an error that leaves the handler. When a catch logs it and goes on, the message is deleted, the stream moves
past the record, no retry and no failure destination ever sees it, and the Errors metric stays at zero.`,
  references: [
    "https://docs.aws.amazon.com/lambda/latest/dg/invocation-retries.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html",
  ],
  on: "function",
  *check(fn, context) {
    const sources = sourcesOf(context.graph, fn);
    const clocks = new Set(asynchronousSources(context.graph, fn).flatMap(({ by, every }) => (every === undefined ? [] : [by.id])));
    // What a schedule starts comes again by itself.
    const judge = sources.find((source) => judgesByErrors(source) && !clocks.has(source.by.id));
    if (!judge && (sources.length === 0 || !sources.every(({ is }) => is === "http"))) return;
    const handler = handlerOf(fn, context);
    if (!handler.known) return handler;
    const { value: view } = handler;
    if (runsAtDeployment(context.graph, fn, view) || factsOf(view, "batch answer").length > 0) return;
    for (const caught of perInvocation(factsOf(view, "catch"))) {
      if (!isOutermost(caught, view) || !catchesAll(caught) || !swallows(caught) || !doesWork(caught, view) || leavesTraces(caught, view)) continue;
      yield {
        at: caught.place,
        aspect: "catch",
        text: judge ? "{fn} swallows every error here: {source} takes the event as done." : "{fn} swallows every error here and answers as if all went well.",
        many: judge
          ? "{names} swallow every error here, and their events are taken as done."
          : "{names} swallow every error here and answer as if all went well.",
        values: { fn, source: judge ? TAKERS[judge.is] : "" },
        severity: judge ? "warning" : "information",
        confidence: logsOnly(caught.code.body) ? "high" : "medium",
        fixes: [{ title: "Throw the error again after this", safety: "review", edits: [{ code: { verb: "throw again", catch: caught.place } }] }],
      };
    }
  },
  examples: [
    {
      dialect: "sam",
      bad: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: nodejs22.x
      Events:
        Jobs:
          Type: SQS
          Properties:
            Queue: !GetAtt Jobs.Arn
  Jobs:
    Type: AWS::SQS::Queue
`,
        "src/app.mjs": `export const handler = async (event) => {
  try {
    for (const { body } of event.Records) await fetch(process.env.ORDERS_URL, { method: "POST", body });
  } ⟦catch (error)⟧ {
    console.error(error);
  }
};
`,
      },
      good: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: nodejs22.x
      Events:
        Jobs:
          Type: SQS
          Properties:
            Queue: !GetAtt Jobs.Arn
  Jobs:
    Type: AWS::SQS::Queue
`,
        "src/app.mjs": `export const handler = async (event) => {
  try {
    for (const { body } of event.Records) await fetch(process.env.ORDERS_URL, { method: "POST", body });
  } catch (error) {
    console.error(error);
    throw error;
  }
};
`,
      },
    },
    {
      dialect: "sam",
      bad: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Thumbnails:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: python3.13
      Events:
        Uploads:
          Type: S3
          Properties:
            Bucket: !Ref Images
            Events: s3:ObjectCreated:*
  Images:
    Type: AWS::S3::Bucket
`,
        "src/app.py": `import boto3

s3 = boto3.client("s3")


def handler(event, context):
    for record in event["Records"]:
        try:
            s3.get_object(Bucket=record["s3"]["bucket"]["name"], Key=record["s3"]["object"]["key"])
        ⟦except Exception as error:⟧
            print("failed", error)
`,
      },
      good: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Thumbnails:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: python3.13
      Events:
        Uploads:
          Type: S3
          Properties:
            Bucket: !Ref Images
            Events: s3:ObjectCreated:*
  Images:
    Type: AWS::S3::Bucket
`,
        "src/app.py": `import boto3

s3 = boto3.client("s3")


def handler(event, context):
    for record in event["Records"]:
        try:
            s3.get_object(Bucket=record["s3"]["bucket"]["name"], Key=record["s3"]["object"]["key"])
        except Exception as error:
            print("failed", error)
            raise
`,
      },
    },
  ],
});

const judgesByErrors = ({ is, by }: Source): boolean => is === "queue" || is === "stream" || is === "asynchronous" || by.is("stateMachine");

const TAKERS: Readonly<Record<Source["is"], string>> = {
  queue: "SQS",
  stream: "the stream",
  asynchronous: "Lambda",
  http: "the caller",
  other: "the workflow",
};
