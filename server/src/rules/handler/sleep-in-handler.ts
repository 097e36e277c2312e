import type { ServiceCall, Sleep } from "../../model/code/facts.ts";
import { factsOf } from "../../model/code/handler.ts";
import { runsAtDeployment } from "../../model/words/code/deployment.ts";
import { handlerOf } from "../../model/words/code/handler.ts";
import { asks } from "../../model/words/code/operations.ts";
import { perInvocation, siteOf } from "../../model/words/code/sites.ts";
import { billedByInstance } from "../../model/words/functions.ts";
import { defineRule } from "../define.ts";

/** A shorter wait costs less than what would take its place. Seconds. */
const WORTH_MOVING = 1;
const LONG = 5;

export default defineRule({
  id: "sleep-in-handler",
  summary: "Handler sleeps, and its time is paid for",
  pillars: ["cost-optimization", "sustainability", "performance-efficiency"],
  tradeoffs: { "operational-excellence": "A wait outside of the function is one more resource to understand." },
  practices: ["SUS03-BP01@2024-06-27", "SUS03-BP03@2024-06-27"],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: `A function is billed for the time that passes, whether it works or waits, and its environment serves nobody else meanwhile. A wait that nobody pays for stands
outside of the code: a Wait state of Step Functions, the delay of an SQS message (up to 15 minutes), a schedule, or a durable function that is suspended.
Where something is asked again and again until it is ready, a callback or an event tells the same without asking.`,
  ask: "Does anybody wait for this answer? If not, a queue or a workflow can do the waiting.",
  references: [
    "https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html",
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-delay-queues.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/durable-functions.html",
  ],
  on: "function",
  *check(fn, context) {
    const byInstance = billedByInstance(fn);
    const durable = fn.has("durableConfig");
    if (!byInstance.known) return byInstance;
    if (!durable.known) return durable;
    const handler = handlerOf(fn, context);
    if (!handler.known) return handler;
    if (byInstance.value || durable.value || runsAtDeployment(context.graph, fn, handler.value)) return;
    const calls = perInvocation(factsOf(handler.value, "service call"));
    for (const sleep of perInvocation(factsOf(handler.value, "sleep"))) {
      if (isBackoff(sleep)) continue;
      const polled = calls.find((call) => asks(call) && sharesLoop(call, sleep));
      if (!polled && (sleep.seconds === undefined || sleep.seconds < WORTH_MOVING)) continue;
      yield {
        at: sleep.place,
        aspect: polled ? `poll:${polled.operation}` : "sleep",
        text: polled ? "{fn} sleeps between calls of {operation}, and pays for the wait." : "{fn} sleeps {seconds} s for every event, and pays for the wait.",
        many: polled ? "{names} sleep between calls of {operation}, and pay for the wait." : "{names} sleep {seconds} s for every event, and pay for the wait.",
        values: { fn, operation: polled?.operation ?? "", seconds: sleep.seconds ?? 0 },
        severity: polled || (sleep.seconds ?? 0) >= LONG ? "warning" : "information",
        related: polled ? [[polled.place, "what it waits for"]] : [],
      };
    }
  },
  examples: [
    {
      dialect: "sam",
      bad: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Report:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: python3.13
`,
        "src/app.py": `import time

import boto3

athena = boto3.client("athena")


def handler(event, context):
    query = athena.start_query_execution(QueryString=event["sql"])
    while True:
        state = athena.get_query_execution(QueryExecutionId=query["QueryExecutionId"])
        if state["QueryExecution"]["Status"]["State"] == "SUCCEEDED":
            return query
        ⟦time.sleep(2)⟧
`,
      },
      good: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Report:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: python3.13
`,
        "src/app.py": `import boto3

athena = boto3.client("athena")


def handler(event, context):
    # The workflow that calls this function waits for the query and goes on when it is done.
    return athena.start_query_execution(QueryString=event["sql"])
`,
      },
    },
    {
      dialect: "sam",
      bad: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Remind:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: nodejs22.x
      Timeout: 120
`,
        "src/app.mjs": `import { setTimeout } from "node:timers/promises";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";

const sqs = new SQSClient({});

export const handler = async ({ order }) => {
  await ⟦setTimeout(60_000)⟧;
  await sqs.send(new SendMessageCommand({ QueueUrl: process.env.REMINDERS, MessageBody: order }));
};
`,
      },
      good: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Remind:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: nodejs22.x
      Timeout: 120
`,
        "src/app.mjs": `import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";

const sqs = new SQSClient({});

export const handler = async ({ order }) => {
  await sqs.send(new SendMessageCommand({ QueueUrl: process.env.REMINDERS, MessageBody: order, DelaySeconds: 60 }));
};
`,
      },
    },
  ],
});

function sharesLoop(call: ServiceCall, sleep: Sleep): boolean {
  const loops = new Set(sleep.circumstances.loops.map(({ place }) => siteOf(place)));
  return call.circumstances.loops.some(({ place }) => loops.has(siteOf(place)));
}

/** A pause before another try after a failure is no wait for something. */
const isBackoff = ({ seconds, circumstances }: Sleep): boolean => circumstances.catches.length > 0 || (seconds === undefined && circumstances.tries.length > 0);
