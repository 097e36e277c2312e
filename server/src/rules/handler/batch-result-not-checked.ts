import { partialResultOf } from "../../knowledge/code/partial-results.ts";
import type { ServiceCall } from "../../model/code/facts.ts";
import { factsOf, type HandlerView } from "../../model/code/handler.ts";
import type { Meaning } from "../../model/code/meaning.ts";
import { handlerOf } from "../../model/words/code/handler.ts";
import { callsBack } from "../../model/words/code/promises.ts";
import { distinct } from "../../model/words/code/sites.ts";
import { defineRule } from "../define.ts";

export default defineRule({
  id: "batch-result-not-checked",
  summary: "Answer of a batch call is not asked what failed",
  pillars: ["reliability"],
  tradeoffs: { "cost-optimization": "What failed is sent again." },
  practices: ["REL05-BP03@latest"],
  lens: ["REL 2"],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: `A batch call can take some entries and refuse others. It then answers 200 and throws nothing: what failed stands in the answer, and only there. Throttling is the usual
reason, so it happens when there is most to lose.`,
  references: [
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html",
    "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html",
  ],
  on: "function",
  *check(fn, context) {
    const handler = handlerOf(fn, context);
    if (!handler.known) return handler;
    for (const call of distinct(factsOf(handler.value, "service call"))) {
      const partial = call.by === "call" ? partialResultOf(call.service, call.operation) : undefined;
      if (!partial || callsBack(call.code) || isLookedAt(call, partial.fields, handler.value) || hasOneEntry(call)) continue;
      const [field = ""] = partial.fields;
      yield {
        at: call.place,
        aspect: call.operation,
        text: "{fn} does not look at {field} of {operation}, which may fail in part.",
        many: "{names} do not look at {field} of {operation}, which may fail in part.",
        values: { fn, field, operation: call.operation },
        severity: call.use.kind === "dropped" && !partial.list ? "error" : "warning",
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
        "src/app.mjs": `import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";

const events = new EventBridgeClient({});

export const handler = async (event) => {
  const Entries = event.Records.map(({ body }) => ({ Source: "orders", DetailType: "OrderPlaced", Detail: body }));
  await ⟦events.send(new PutEventsCommand({ Entries }))⟧;
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
        "src/app.mjs": `import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";

const events = new EventBridgeClient({});

export const handler = async (event) => {
  const Entries = event.Records.map(({ body }) => ({ Source: "orders", DetailType: "OrderPlaced", Detail: body }));
  const result = await events.send(new PutEventsCommand({ Entries }));
  if (result.FailedEntryCount) throw new Error("PutEvents failed in part.");
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
        "src/app.py": `import os

import boto3

sqs = boto3.client("sqs")


def handler(event, context):
    entries = [{"Id": str(index), "MessageBody": order} for index, order in enumerate(event["orders"])]
    ⟦sqs.send_message_batch(QueueUrl=os.environ["QUEUE_URL"], Entries=entries)⟧
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
        "src/app.py": `import os

import boto3

sqs = boto3.client("sqs")


def handler(event, context):
    entries = [{"Id": str(index), "MessageBody": order} for index, order in enumerate(event["orders"])]
    result = sqs.send_message_batch(QueueUrl=os.environ["QUEUE_URL"], Entries=entries)
    if result.get("Failed"):
        raise RuntimeError("SendMessageBatch failed in part.")
`,
      },
    },
  ],
});

/**
 * Somebody reads what failed, or hands the answer to somebody who may. What a function of the project returns is looked at where it is called: where all
 * of its calls drop it, nobody does.
 */
function isLookedAt({ use, circumstances }: Pick<ServiceCall, "use" | "circumstances">, fields: readonly string[], view: HandlerView): boolean {
  if (fields.some((field) => use.keys.has(field)) || use.keys.has("get")) return true;
  if (use.kind !== "returned") return use.whole;
  const around = circumstances.through.at(-1);
  const callers = factsOf(view, "local call").filter(({ callee }) => callee === around);
  return callers.length === 0 || callers.some((caller) => isLookedAt(caller, fields, view));
}

/** A batch of one entry that is written out is there or not. */
const hasOneEntry = ({ parameters }: ServiceCall): boolean => [...(parameters?.values() ?? [])].some((value) => holdsOne(value));

function holdsOne(value: Meaning): boolean {
  if (value.is === "list") return value.items.length === 1 && value.items[0]?.is === "object";
  if (value.is !== "object" || value.open || value.keys.length !== 1) return false;
  const [key = ""] = value.keys;
  const inner = value.get(key);
  return inner !== undefined && holdsOne(inner);
}
