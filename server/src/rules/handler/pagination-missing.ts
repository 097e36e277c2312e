import { type Paged, pagedOperation } from "../../knowledge/code/paged.ts";
import type { ServiceCall } from "../../model/code/facts.ts";
import { factsOf } from "../../model/code/handler.ts";
import { handlerOf } from "../../model/words/code/handler.ts";
import { mentions } from "../../model/words/code/mentions.ts";
import { distinct } from "../../model/words/code/sites.ts";
import { defineRule } from "../define.ts";

export default defineRule({
  id: "pagination-missing",
  summary: "Only the first page of an answer is read",
  pillars: ["reliability"],
  tradeoffs: { "cost-optimization": "All pages are read.", "performance-efficiency": "All pages are read, one after the other." },
  practices: [],
  default: "on",
  severity: "warning",
  confidence: "medium",
  why: `These operations answer page by page, and a page ends at a size that has nothing to do with what the caller wants. While there is little data the first page is everything; later
what does not fit is silently missing. The SDKs have paginators that ask until nothing is left.`,
  references: [
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.Pagination.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html",
  ],
  on: "function",
  *check(fn, context) {
    const handler = handlerOf(fn, context);
    if (!handler.known) return handler;
    const { value: view } = handler;
    for (const call of distinct(factsOf(view, "service call"))) {
      const paged = call.by === "call" ? pagedOperation(call.service, call.operation) : undefined;
      if (!paged || knowsOfPages(call, paged) || paged.more.some((name) => mentions(view, name))) continue;
      yield {
        at: call.place,
        aspect: call.operation,
        text: `{fn} reads only the first page of {operation}, at most ${paged.page}.`,
        many: `{names} read only the first page of {operation}, at most ${paged.page}.`,
        values: { fn, operation: call.operation },
        // What one partition holds is often known to be little; what a table or bucket holds is not.
        severity: isOfOneItem(call) ? "hint" : call.operation === "Query" ? "information" : "warning",
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
        "src/app.py": `import os

import boto3

s3 = boto3.client("s3")


def handler(event, context):
    return [entry["Key"] for entry in ⟦s3.list_objects_v2(Bucket=os.environ["BUCKET"])⟧["Contents"]]
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
        "src/app.py": `import os

import boto3

s3 = boto3.client("s3")


def handler(event, context):
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=os.environ["BUCKET"])
    return [entry["Key"] for page in pages for entry in page["Contents"]]
`,
      },
    },
  ],
});

/** The parameters are open, a limit says how much is wanted, or whoever gets the whole answer may go on. */
function knowsOfPages({ parameters, open, use }: ServiceCall, { limits }: Paged): boolean {
  if (!parameters || open || use.whole || use.kind === "dropped") return true;
  return limits.some((name) => parameters.has(name)) || parameters.has("Select") || [...use.keys].every((key) => COUNTS.has(key));
}

const COUNTS: ReadonlySet<string> = new Set(["Count", "KeyCount", "$metadata", "ResponseMetadata"]);

/** A query by both keys finds one item at most; how the key looks is written in a text that is not read. */
const isOfOneItem = ({ operation, parameters }: ServiceCall): boolean => {
  const condition = parameters?.get("KeyConditionExpression");
  return operation === "Query" && condition?.is === "text" && / and /i.test(condition.value) && !/begins_with|between|[<>]/i.test(condition.value);
};
