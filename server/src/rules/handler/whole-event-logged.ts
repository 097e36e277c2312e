import { factsOf } from "../../model/code/handler.ts";
import type { Meaning } from "../../model/code/meaning.ts";
import type { Graph } from "../../model/graph.ts";
import type { Resource } from "../../model/resource.ts";
import { asynchronousSources } from "../../model/words/asynchronous.ts";
import { runsAtDeployment } from "../../model/words/code/deployment.ts";
import { handlerOf } from "../../model/words/code/handler.ts";
import { perInvocation } from "../../model/words/code/sites.ts";
import { sourcesOf } from "../../model/words/code/sources.ts";
import { defineRule } from "../define.ts";

export default defineRule({
  id: "whole-event-logged",
  summary: "Handler writes every event whole into its log",
  pillars: ["cost-optimization", "security", "sustainability"],
  tradeoffs: { "operational-excellence": "There is less to look at when something fails for the first time." },
  practices: ["SUS04-BP05@2024-06-27", "SEC07-BP02@2024-06-27"],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: `CloudWatch Logs bills what is written by the gigabyte, and an event can be a quarter of a megabyte; pretty printing makes it longer still. Bodies, tokens and
addresses of people then stand in a log that more people may read than the data itself. The request id and the number of records find the event again.`,
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html", "https://aws.amazon.com/cloudwatch/pricing/"],
  on: "function",
  *check(fn, context) {
    const handler = handlerOf(fn, context);
    if (!handler.known) return handler;
    if (runsAtDeployment(context.graph, fn, handler.value)) return;
    if (runsByTheClockOnly(context.graph, fn)) return;
    for (const log of perInvocation(factsOf(handler.value, "log"))) {
      if (log.level === "debug" || log.circumstances.catches.length > 0 || !log.values.some(isWholeEvent)) continue;
      yield {
        at: log.place,
        aspect: "event",
        text: "{fn} writes every event whole into its log.",
        many: "{names} write every event whole into their logs.",
        values: { fn },
        fixes: [
          { title: "Log the request id and the number of records instead", safety: "review", edits: [{ code: { verb: "log summary", call: log.place } }] },
        ],
      };
    }
  },
  examples: [
    {
      dialect: "sam",
      bad: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: nodejs22.x
`,
        "src/app.js": `exports.handler = async (event, context) => {
  ⟦console.log("event", JSON.stringify(event, null, 2))⟧;
  return event.Records.map(({ messageId }) => messageId);
};
`,
      },
      good: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: nodejs22.x
`,
        "src/app.js": `exports.handler = async (event, context) => {
  console.log({ requestId: context.awsRequestId, records: event.Records?.length });
  return event.Records.map(({ messageId }) => messageId);
};
`,
      },
    },
    {
      dialect: "sam",
      bad: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: python3.13
`,
        "src/app.py": `import logging

logger = logging.getLogger()


def handler(event, context):
    ⟦logger.info(event)⟧
    return len(event["Records"])
`,
      },
      good: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: python3.13
`,
        "src/app.py": `import logging

logger = logging.getLogger()


def handler(event, context):
    logger.info({"request_id": context.aws_request_id, "records": len(event.get("Records", []))})
    return len(event["Records"])
`,
      },
    },
  ],
});

/** The event of a schedule is small and tells nothing of anybody. */
function runsByTheClockOnly(graph: Graph, fn: Resource<"function">): boolean {
  const clocks = asynchronousSources(graph, fn).filter(({ every }) => every !== undefined);
  return clocks.length > 0 && sourcesOf(graph, fn).every(({ by }) => clocks.some((clock) => clock.by.id === by.id));
}

/** The event itself, not a part of it: as a value, as an entry, or put into a text. */
function isWholeEvent(of: Meaning): boolean {
  switch (of.is) {
    case "event":
      return of.path.length === 0;
    case "object":
      return of.keys.some((key) => isEvent(of.get(key)));
    case "template":
      return of.parts.some(isWholeEvent);
    default:
      return false;
  }
}

const isEvent = (of: Meaning | undefined): boolean => of?.is === "event" && of.path.length === 0;
