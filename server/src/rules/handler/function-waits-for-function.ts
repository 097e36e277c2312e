import { runtime } from "../../knowledge/runtimes.ts";
import type { Resource } from "../../model/resource.ts";
import { runsAtDeployment } from "../../model/words/code/deployment.ts";
import { handlerOf } from "../../model/words/code/handler.ts";
import { type Invocation, invocationsOf } from "../../model/words/code/invocations.ts";
import { billedByInstance } from "../../model/words/functions.ts";
import { defineRule } from "../define.ts";

export default defineRule({
  id: "function-waits-for-function",
  summary: "Function waits for another one, and both are paid for",
  pillars: ["cost-optimization", "reliability", "performance-efficiency"],
  tradeoffs: {
    reliability: "What is not waited for fails where nobody looks: the called function needs a failure destination.",
  },
  practices: ["SUS03-BP01@2024-06-27", "COST05-BP05@2024-06-27"],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: `While one function waits for another, both are billed, and the caller does nothing for it. The caller's timeout has to cover both, an error of the second has to be handled by the
first, and both take from the same concurrency, so a slow callee takes its callers down with it. Code that is needed twice belongs into a module that both import; steps that follow each
other belong into a workflow, whose waiting is free; work whose answer nobody reads belongs behind a queue or an asynchronous call.`,
  ask: "Does the caller need the answer now, and does the called function have a life of its own?",
  references: [
    "https://docs.aws.amazon.com/lambda/latest/dg/concepts-event-driven-architectures.html",
    "https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html",
  ],
  on: "function",
  *check(fn, context) {
    const byInstance = billedByInstance(fn);
    if (!byInstance.known) return byInstance;
    const handler = handlerOf(fn, context);
    if (!handler.known) return handler;
    if (byInstance.value || runsAtDeployment(context.graph, fn, handler.value)) return;
    for (const invocation of invocationsOf(fn, handler.value)) {
      const { call, called, waits } = invocation;
      if (!waits || !call.circumstances.perInvocation) continue;
      const unread = isUnread(invocation);
      yield {
        at: call.place,
        aspect: `Invoke ${called.id}`,
        text: unread
          ? "{fn} waits for {called} although it does not read the answer; both are billed meanwhile."
          : "{fn} waits for {called}; both are billed meanwhile.",
        many: "{names} wait for {called}; both are billed meanwhile.",
        values: { fn, called },
        severity: isApart(fn, called) ? "hint" : "warning",
        confidence: unread ? "medium" : "high",
        related: [[called, "the function that is waited for"]],
        fixes: unread
          ? [
              {
                title: "Hand {called} the event and go on (InvocationType Event)",
                safety: "review",
                edits: [{ code: { verb: "set parameter", call: call.place, name: "InvocationType", to: "Event" } }],
              },
            ]
          : [],
      };
    }
  },
  examples: [
    {
      dialect: "sam",
      bad: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Runtime: nodejs24.x
    Handler: app.handler
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/orders/
      Environment:
        Variables:
          PRICE_FUNCTION: !Ref Price
  Price:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/price/
`,
        "src/orders/app.mjs": `import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";

const lambda = new LambdaClient({});

export const handler = async (event) => {
  const answer = await ⟦lambda.send(new InvokeCommand({ FunctionName: process.env.PRICE_FUNCTION, Payload: event.body }))⟧;
  return JSON.parse(Buffer.from(answer.Payload).toString());
};
`,
        "src/price/app.mjs": `import { priceOf } from "./prices.mjs";

export const handler = async (order) => priceOf(order);
`,
        "src/price/prices.mjs": `export const priceOf = ({ items }) => items.reduce((sum, { price }) => sum + price, 0);
`,
      },
      good: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Runtime: nodejs24.x
    Handler: app.handler
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/orders/
`,
        "src/orders/app.mjs": `import { priceOf } from "./prices.mjs";

export const handler = async (event) => priceOf(JSON.parse(event.body));
`,
        "src/orders/prices.mjs": `export const priceOf = ({ items }) => items.reduce((sum, { price }) => sum + price, 0);
`,
      },
    },
    {
      dialect: "cloudformation",
      bad: {
        "template.yaml": `Resources:
  Orders:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: python3.13
      Handler: app.handler
      Code: src
      Environment:
        Variables:
          MAIL_FUNCTION: !GetAtt Mail.Arn
  Mail:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: python3.13
      Handler: mail.handler
      Code: src
`,
        "src/app.py": `import json
import os

import boto3

client = boto3.client("lambda")


def handler(event, context):
    ⟦client.invoke(FunctionName=os.environ["MAIL_FUNCTION"], Payload=json.dumps(event))⟧
`,
        "src/mail.py": `def handler(event, context):
    return None
`,
      },
      good: {
        "template.yaml": `Resources:
  Orders:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: python3.13
      Handler: app.handler
      Code: src
      Environment:
        Variables:
          MAIL_FUNCTION: !GetAtt Mail.Arn
  Mail:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: python3.13
      Handler: mail.handler
      Code: src
`,
        "src/app.py": `import json
import os

import boto3

client = boto3.client("lambda")


def handler(event, context):
    client.invoke(FunctionName=os.environ["MAIL_FUNCTION"], Payload=json.dumps(event), InvocationType="Event")
`,
        "src/mail.py": `def handler(event, context):
    return None
`,
      },
    },
  ],
});

/** Nobody looks at the answer; one that goes into a list may be read there. */
const isUnread = ({ call: { use } }: Invocation): boolean => (use.kind === "dropped" || use.kind === "bound") && !use.whole && use.keys.size === 0;

/** What is written in another language or stands in another network cannot be imported. */
function isApart(caller: Resource<"function">, called: Resource<"function">): boolean {
  return languageOf(caller) !== languageOf(called) || inNetwork(caller) !== inNetwork(called);
}

function languageOf(fn: Resource<"function">): string {
  const identifier = fn.text("runtime");
  return (identifier.known ? runtime(identifier.value ?? "")?.family : undefined) ?? fn.id;
}

function inNetwork(fn: Resource<"function">): boolean | undefined {
  const network = fn.has("vpcConfig");
  return network.known ? network.value : undefined;
}
