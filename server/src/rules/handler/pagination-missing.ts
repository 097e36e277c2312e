import { type Paged, pagedOperation } from "../../knowledge/code/paged.ts";
import type { Code } from "../../model/code/code.ts";
import type { ServiceCall } from "../../model/code/facts.ts";
import { factsOf } from "../../model/code/handler.ts";
import { asksForOneItem } from "../../model/words/code/expressions.ts";
import { handlerOf } from "../../model/words/code/handler.ts";
import { mentions } from "../../model/words/code/mentions.ts";
import { isRequestedScan, requestedScans } from "../../model/words/code/scans.ts";
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
    const scans = requestedScans(context.graph, fn, view);
    for (const call of distinct(factsOf(view, "service call"))) {
      const paged = call.by === "call" ? pagedOperation(call.service, call.operation) : undefined;
      if (!paged || knowsOfPages(call, paged) || isOfOneItem(call) || isRequestedScan(scans, call) || paged.more.some((name) => mentions(view, name))) continue;
      yield {
        at: call.place,
        aspect: call.operation,
        text: `{fn} reads only the first page of {operation}, at most ${paged.page}.`,
        many: `{names} read only the first page of {operation}, at most ${paged.page}.`,
        values: { fn, operation: call.operation },
        // What one partition holds is often known to be little; what a table or bucket holds is not. What a filter throws away fills the page too.
        severity: call.operation !== "Query" ? "warning" : call.parameters?.has("FilterExpression") ? "information" : "hint",
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
      Runtime: nodejs22.x
`,
        "src/app.mjs": `import { ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";

const s3 = new S3Client({});

export const handler = async () => {
  const { Contents } = await ⟦s3.send(new ListObjectsV2Command({ Bucket: process.env.BUCKET }))⟧;
  return Contents.map(({ Key }) => Key);
};
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
      Runtime: nodejs22.x
`,
        "src/app.mjs": `import { paginateListObjectsV2, S3Client } from "@aws-sdk/client-s3";

const client = new S3Client({});

export const handler = async () => {
  const keys = [];
  for await (const { Contents } of paginateListObjectsV2({ client }, { Bucket: process.env.BUCKET })) keys.push(...Contents.map(({ Key }) => Key));
  return keys;
};
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

/** A query of a table by both keys finds one item at most; an index may hold several of the same keys. */
function isOfOneItem({ operation, parameters, code }: ServiceCall): boolean {
  const condition = parameters?.get("KeyConditionExpression");
  if (operation !== "Query" || parameters?.has("IndexName") || !condition) return false;
  if (condition.is === "text") return asksForOneItem(condition.value);
  return areTwoEqualities(code.named.get("KeyConditionExpression"));
}

/** `Key("pk").eq(a) & Key("sk").eq(b)`. */
const areTwoEqualities = (code: Code | undefined): boolean =>
  code?.is === "operation" && code.operator === "&" && code.of.length === 2 && code.of.every(isEquality);

const isEquality = (code: Code): boolean => code.is === "call" && code.callee.is === "member" && code.callee.key === "eq";
