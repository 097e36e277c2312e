import { FIRST_TIMEOUT, TIMEOUT } from "../../knowledge/lambda.ts";
import { VISIBILITY_FACTOR } from "../../knowledge/sqs.ts";
import type { HandlerView } from "../../model/code/handler.ts";
import type { Graph } from "../../model/graph.ts";
import type { Resource } from "../../model/resource.ts";
import { waitingCallers } from "../../model/words/callers.ts";
import { handlerOf } from "../../model/words/code/handler.ts";
import { patienceIn, unlimitedRequests } from "../../model/words/code/requests.ts";
import { sourcesOf } from "../../model/words/code/sources.ts";
import { defineRule } from "../define.ts";

export default defineRule({
  id: "timeout-left-at-default",
  summary: "Function with network calls has the default timeout",
  pillars: ["reliability", "performance-efficiency"],
  tradeoffs: { "cost-optimization": "A call that hangs is billed longer: give its client a timeout of its own." },
  practices: ["REL05-BP05@2024-06-27", "PERF02-BP04@2024-06-27"],
  default: "on",
  severity: "information",
  confidence: "medium",
  why: `Without a timeout of its own a function is stopped after ${TIMEOUT.default.value} s. That is enough on a good day. A cold start, a new connection to a database or one retry of the SDK
takes longer, and then the work is cut in the middle: what was already written stays written, and whoever called tries again.`,
  ask: "How long does the slowest useful run take, and how long does the caller wait?",
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html"],
  on: "function",
  *check(fn, context) {
    const timeout = fn.number("timeout");
    const durable = fn.has("durableConfig");
    if (!timeout.known) return timeout;
    if (!durable.known) return durable;
    if (timeout.origin !== "default" || durable.value) return undefined;
    const handler = handlerOf(fn, context);
    if (!handler.known) return handler;
    const calls = networkCall(handler.value);
    const enough = calls === undefined ? undefined : timeoutFor(context.graph, fn);
    if (calls === undefined || enough === undefined) return undefined;
    // With more time, what waits without end would wait longer.
    const endless = unlimitedRequests(handler.value);
    const patience = endless.length > 0 ? `, and of its requests to ${patienceIn(enough)} s` : "";
    yield {
      at: timeout,
      cause: `template ${enough} ${fits(context.graph, fn, enough)}`,
      text: `No timeout: {fn} is stopped after {has} s, the default, and calls {calls}.`,
      many: "No timeout: {names} are stopped after {has} s, the default, and make network calls.",
      values: { fn, has: timeout.value, calls: calls.name },
      related: [[calls.place, "a network call"]],
      fixes: fits(context.graph, fn, enough)
        ? [
            {
              title: `Set the timeout of {fn} to ${enough} s${patience}`,
              many: `Set the timeout of all {count} functions to ${enough} s`,
              safety: "review",
              edits: [
                { set: fn, property: "timeout", to: enough },
                ...endless.map(({ place }) => ({ code: { verb: "limit time", call: place, seconds: patienceIn(enough) } }) as const),
              ],
            },
          ]
        : [],
    };
    return undefined;
  },
  examples: [
    {
      dialect: "sam",
      bad: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  ⟦Orders⟧:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      CodeUri: src/
      Handler: app.handler
      Events:
        Get: { Type: HttpApi, Properties: { Method: GET, Path: /orders } }
`,
        "src/app.mjs": `export const handler = async () => {
  const answer = await fetch("https://example.com/orders", { signal: AbortSignal.timeout(2_000) });
  return answer.json();
};
`,
      },
      good: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      CodeUri: src/
      Handler: app.handler
      Events:
        Get: { Type: HttpApi, Properties: { Method: GET, Path: /orders } }
      Timeout: 10
`,
        "src/app.mjs": `export const handler = async () => {
  const answer = await fetch("https://example.com/orders", { signal: AbortSignal.timeout(2_000) });
  return answer.json();
};
`,
      },
    },
    {
      dialect: "cloudformation",
      bad: {
        "template.yaml": `Resources:
  ⟦Report⟧:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: python3.13
      Handler: app.handler
      Code: src
`,
        "src/app.py": `import boto3

s3 = boto3.client("s3")


def handler(event, context):
    s3.put_object(Bucket="reports", Key=event["id"], Body=event["text"])
`,
      },
      good: {
        "template.yaml": `Resources:
  Report:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: python3.13
      Handler: app.handler
      Code: src
      Timeout: 30
`,
        "src/app.py": `import boto3

s3 = boto3.client("s3")


def handler(event, context):
    s3.put_object(Bucket="reports", Key=event["id"], Body=event["text"])
`,
      },
    },
  ],
});

/** The first call over the network that is made for an event. */
function networkCall({ facts }: HandlerView): { readonly name: string; readonly place: HandlerView["facts"][number]["place"] } | undefined {
  for (const fact of facts) {
    if (!fact.circumstances.perInvocation) continue;
    if (fact.is === "service call" && fact.by !== "presigner") return { name: fact.operation, place: fact.place };
    if (fact.is === "http call" || fact.is === "connection") return { name: fact.library, place: fact.place };
  }
  return undefined;
}

/** What leaves room and still answers before who waits gives up; undefined where the default is the right one, or where the limit does not show. */
function timeoutFor(graph: Graph, fn: Resource<"function">): number | undefined {
  const limits: number[] = [];
  for (const caller of waitingCallers(graph, fn)) {
    if (!("waits" in caller)) return undefined;
    limits.push(Math.floor(caller.waits) - 1);
  }
  const wished = sourcesOf(graph, fn).some(({ is }) => is === "http") ? FIRST_TIMEOUT.request : FIRST_TIMEOUT.other;
  const enough = Math.min(wished, ...limits);
  return enough > TIMEOUT.default.value + 1 ? enough : undefined;
}

/** A queue shows a message again after a while, and the function has to be done long before: where it would not be, the queue has to change first. */
function fits(graph: Graph, fn: Resource<"function">, seconds: number): boolean {
  return sourcesOf(graph, fn).every(({ is, by }) => {
    if (is !== "queue") return true;
    const queue = by.is("eventSourceMapping") ? by.reference("eventSource") : undefined;
    const visibility = queue?.known && queue.value?.is("queue") ? queue.value.number("visibilityTimeout") : undefined;
    return visibility?.known === true && visibility.value >= seconds * VISIBILITY_FACTOR.value;
  });
}
