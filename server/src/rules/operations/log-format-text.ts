import { LOGGERS, speaksOfLogging } from "../../knowledge/code/logging.ts";
import { writesJsonLogs } from "../../knowledge/logs.ts";
import type { LogCall } from "../../model/code/facts.ts";
import { factsOf, type HandlerView } from "../../model/code/handler.ts";
import type { Graph } from "../../model/graph.ts";
import type { Resource } from "../../model/resource.ts";
import { runsAtDeployment } from "../../model/words/code/deployment.ts";
import { handlerOf } from "../../model/words/code/handler.ts";
import { distinct } from "../../model/words/code/sites.ts";
import { tracedByVendor } from "../../model/words/functions.ts";
import { defineRule } from "../define.ts";

/** One or two lines are found without any format. */
const WORTH_A_FORMAT = 3;

export default defineRule({
  id: "log-format-text",
  summary: "Values are logged inside of sentences, as plain text",
  pillars: ["operational-excellence"],
  tradeoffs: { "cost-optimization": "Each line gets a few bytes longer." },
  practices: ["REL06-BP05@2024-06-27", "OPS04-BP02@2024-06-27"],
  lens: ["OPS 1"],
  default: "on",
  severity: "hint",
  confidence: "high",
  why: `As plain text a line of the log is a sentence: the level is lost, the request it belongs to has to be cut out of it, and a log level of the function has no effect. With the format JSON
Lambda writes time, level and request id as fields around the same message, without a change of code, and leaves out what is below the level that is asked for.`,
  ask: "Does anything read these logs as text: a metric filter, a subscription, a script?",
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html"],
  on: "function",
  *check(fn, context) {
    const format = fn.text("logFormat");
    const identifier = fn.text("runtime");
    const layers = fn.terms("layers");
    const vendor = tracedByVendor(fn);
    if (!format.known) return format;
    if (!identifier.known) return identifier;
    if (!layers.known) return layers;
    if (!vendor.known) return vendor;
    const plain = format.origin === "default" && writesJsonLogs(identifier.value ?? "");
    if (!plain || layers.value.length > 0 || vendor.value !== undefined || isReadAsText(context.graph)) return undefined;
    const handler = handlerOf(fn, context);
    if (!handler.known) return handler;
    if (runsAtDeployment(context.graph, fn, handler.value)) return undefined;
    const { resolved } = handler.value;
    if (resolved !== true) return resolved;
    const lines = usesLogger(handler.value) ? [] : distinct(factsOf(handler.value, "log").filter(putsTogether));
    const [first] = lines;
    if (!first || lines.length < WORTH_A_FORMAT) return undefined;
    yield {
      at: format,
      cause: "template",
      text: "No log format: {fn} logs values inside of sentences in {count} places, as plain text.",
      many: "No log format: {names} log values inside of sentences, as plain text.",
      values: { fn, count: lines.length },
      related: [[first.place, "a line that is logged"]],
      fixes: [
        {
          title: "Let Lambda write the logs of {fn} as JSON",
          many: "Let Lambda write the logs of all {count} functions as JSON",
          safety: "review",
          edits: [{ setForAll: fn, property: "logFormat", to: "JSON" }],
        },
      ],
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
`,
        "src/app.mjs": `export const handler = async ({ id, items }) => {
  console.log("order " + id);
  if (items.length === 0) console.warn("order " + id + " is empty");
  for (const { name } of items) console.log("packing " + name);
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
      LoggingConfig:
        LogFormat: JSON
`,
        "src/app.mjs": `export const handler = async ({ id, items }) => {
  console.log("order " + id);
  if (items.length === 0) console.warn("order " + id + " is empty");
  for (const { name } of items) console.log("packing " + name);
};
`,
      },
    },
    {
      dialect: "cloudformation",
      bad: {
        "template.yaml": `Resources:
  ⟦Orders⟧:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: python3.13
      Handler: app.handler
      Code: src
`,
        "src/app.py": `import logging

logger = logging.getLogger()


def handler(event, context):
    logger.info("order %s", event["id"])
    logger.info(f"{len(event['items'])} items")
    for item in event["items"]:
        logger.warning("packing %s" % item)
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
      LoggingConfig:
        LogFormat: JSON
`,
        "src/app.py": `import logging

logger = logging.getLogger()


def handler(event, context):
    logger.info("order %s", event["id"])
    logger.info(f"{len(event['items'])} items")
    for item in event["items"]:
        logger.warning("packing %s" % item)
`,
      },
    },
  ],
});

/** Lambda gives a format to what these write; what is printed stays as it is. */
const FORMATTED: ReadonlySet<string> = new Set(["console", "logging"]);

const putsTogether = ({ library, interpolated, values }: LogCall): boolean => FORMATTED.has(library) && (interpolated || values.length > 1);

/** A logger, or a module of the project whose name says that it is one, has a format of its own. */
function usesLogger({ packages, modules, entry }: HandlerView): boolean {
  const known = entry.source.grammar === "python" ? LOGGERS.python : LOGGERS.javascript;
  const named = modules.flatMap(({ module }) => module.imports.map(({ specifier }) => specifier)).filter((name) => name !== "logging");
  return (
    packages.some(({ name }) => known.has(name) || [...known].some((one) => name.startsWith(`${one}.`) || name.startsWith(`${one}/`))) ||
    named.some((name) => speaksOfLogging(name))
  );
}

/** Something of the template reads logs: filters for metrics and subscriptions are written for one format. */
function isReadAsText(graph: Graph): boolean {
  return graph.all("other").some(({ type }) => READERS.has(type.split("::").at(-1) ?? "")) || graph.all("trigger").some(isSubscription);
}

const READERS: ReadonlySet<string> = new Set(["MetricFilter", "SubscriptionFilter"]);

function isSubscription(trigger: Resource<"trigger">): boolean {
  const service = trigger.text("service");
  return service.known && (service.value ?? "").includes("logs");
}
