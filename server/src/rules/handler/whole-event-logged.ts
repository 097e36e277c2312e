import { EVENT_LOGGING } from "../../knowledge/code/logging.ts";
import type { Code } from "../../model/code/code.ts";
import { factsOf, type HandlerView } from "../../model/code/handler.ts";
import type { Meaning } from "../../model/code/meaning.ts";
import type { Resource } from "../../model/resource.ts";
import type { Term } from "../../model/value.ts";
import { runsByTheClockOnly } from "../../model/words/code/clock.ts";
import { runsAtDeployment } from "../../model/words/code/deployment.ts";
import { handlerOf } from "../../model/words/code/handler.ts";
import { variableOf } from "../../model/words/code/joined.ts";
import { perInvocation } from "../../model/words/code/sites.ts";
import { defineRule, type Finding } from "../define.ts";

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
    yield* asked(fn, handler.value);
    for (const log of perInvocation(factsOf(handler.value, "log"))) {
      if (log.level === "debug" || log.circumstances.conditional || !log.values.some(isWholeEvent)) continue;
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

/** A logger that is asked to write each event by itself. */
function* asked(fn: Resource<"function">, { handler }: HandlerView): Generator<Finding> {
  const about = {
    aspect: "event",
    text: "{fn} has its logger write every event whole.",
    many: "{names} have their loggers write every event whole.",
    values: { fn },
  };
  const variable = variableOf(fn, EVENT_LOGGING.variable);
  if (variable.known && isOn(variable.value))
    yield { ...about, at: variable, fixes: [{ title: "Do not log the events", safety: "review", edits: [{ replace: variable, by: "false" }] }] };
  for (const decorator of handler?.code.decorators ?? []) {
    if (handler && asksForEvents(decorator)) yield { ...about, at: { ...handler.place, within: decorator.at } };
  }
}

const isOn = (value: Term | undefined): boolean => value === true || (typeof value === "string" && ["true", "1"].includes(value.toLowerCase()));

function asksForEvents(decorator: Code): boolean {
  if (decorator.is !== "call" || decorator.callee.is !== "member" || !EVENT_LOGGING.methods.has(decorator.callee.key)) return false;
  const entries = decorator.arguments.flatMap((given) => (given.is === "object" ? given.entries : []));
  const options = [...decorator.named, ...entries.map(({ key, value }) => [key, value] as const)];
  return options.some(([name, value]) => EVENT_LOGGING.options.has(name) && value.is === "flag" && value.value);
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
