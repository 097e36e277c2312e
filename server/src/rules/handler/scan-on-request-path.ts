import type { Meaning } from "../../model/code/meaning.ts";
import { runsAtDeployment } from "../../model/words/code/deployment.ts";
import { leavesChoice } from "../../model/words/code/expressions.ts";
import { handlerOf } from "../../model/words/code/handler.ts";
import { type RequestedScan, requestedScans } from "../../model/words/code/scans.ts";
import { partitionKeyOf } from "../../model/words/keys.ts";
import { defineRule, type Severity } from "../define.ts";

export default defineRule({
  id: "scan-on-request-path",
  summary: "Table is scanned while somebody waits",
  pillars: ["performance-efficiency", "cost-optimization", "sustainability"],
  tradeoffs: { "cost-optimization": "A new index is written and stored along with the table." },
  practices: ["PERF03-BP04@2024-06-27", "SUS03-BP05@2024-06-27", "PERF03-BP01@2024-06-27"],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: `A scan reads every item of a table, and every item is paid for; a filter only throws away what was read and paid. While a table is small nobody notices. Each item more makes each
request slower and dearer, and a scan takes from the same capacity that all other requests need. A query reads only the items of one key, in the table or in an index made for the question.`,
  ask: "Which question does this answer, and which key would answer it?",
  references: [
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-query-scan.html",
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Scan.html",
  ],
  on: "function",
  *check(fn, context) {
    const handler = handlerOf(fn, context);
    if (!handler.known) return handler;
    if (runsAtDeployment(context.graph, fn, handler.value)) return;
    for (const scan of requestedScans(context.graph, fn, handler.value)) {
      const { call, table, on } = scan;
      const key = askedKey(scan);
      yield {
        at: call.place,
        aspect: `Scan ${table?.id ?? call.spelled}`,
        text: `{fn} reads all of {table} ${FOR[on]}${key === undefined ? AND[scan.filtered ? "filtered" : "all"] : " to find {key}: Query does it."}`,
        many: `{names} read all of {table} ${FOR[on]}${key === undefined ? AND[scan.filtered ? "filtered" : "all"] : " to find {key}: Query does it."}`,
        values: { fn, table: table ?? "a table", key: key ?? "" },
        severity: severityOf(scan),
        confidence: on === "request" ? "high" : "medium",
        related: table ? [[table, "the table"]] : [],
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
    Type: AWS::DynamoDB::Table
    Properties:
      KeySchema:
        - { AttributeName: userId, KeyType: HASH }
        - { AttributeName: orderId, KeyType: RANGE }
  ListOrders:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      CodeUri: src/
      Handler: app.handler
      Environment:
        Variables:
          TABLE: !Ref Orders
      Events:
        List: { Type: HttpApi, Properties: { Method: GET, Path: "/users/{userId}/orders" } }
`,
        "src/app.mjs": `import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, ScanCommand } from "@aws-sdk/lib-dynamodb";

const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export const handler = async ({ pathParameters }) => {
  const { Items } = await ⟦db.send(
    new ScanCommand({
      TableName: process.env.TABLE,
      FilterExpression: "userId = :user",
      ExpressionAttributeValues: { ":user": pathParameters.userId },
    }),
  )⟧;
  return Items;
};
`,
      },
      good: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      KeySchema:
        - { AttributeName: userId, KeyType: HASH }
        - { AttributeName: orderId, KeyType: RANGE }
  ListOrders:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      CodeUri: src/
      Handler: app.handler
      Environment:
        Variables:
          TABLE: !Ref Orders
      Events:
        List: { Type: HttpApi, Properties: { Method: GET, Path: "/users/{userId}/orders" } }
`,
        "src/app.mjs": `import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";

const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export const handler = async ({ pathParameters }) => {
  const { Items } = await db.send(
    new QueryCommand({
      TableName: process.env.TABLE,
      KeyConditionExpression: "userId = :user",
      ExpressionAttributeValues: { ":user": pathParameters.userId },
    }),
  );
  return Items;
};
`,
      },
    },
    {
      dialect: "sam",
      bad: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Open:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.13
      CodeUri: src/
      Handler: app.handler
      Environment:
        Variables:
          TABLE: orders
      Events:
        List: { Type: Api, Properties: { Method: GET, Path: /orders/open } }
`,
        "src/app.py": `import os

import boto3
from boto3.dynamodb.conditions import Attr

table = boto3.resource("dynamodb").Table(os.environ["TABLE"])


def handler(event, context):
    return ⟦table.scan(FilterExpression=Attr("status").eq("open"))⟧["Items"]
`,
      },
      good: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Open:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.13
      CodeUri: src/
      Handler: app.handler
      Environment:
        Variables:
          TABLE: orders
      Events:
        List: { Type: Api, Properties: { Method: GET, Path: /orders/open } }
`,
        "src/app.py": `import os

import boto3
from boto3.dynamodb.conditions import Key

table = boto3.resource("dynamodb").Table(os.environ["TABLE"])


def handler(event, context):
    return table.query(IndexName="by-status", KeyConditionExpression=Key("status").eq("open"))["Items"]
`,
      },
    },
  ],
});

const FOR: Readonly<Record<RequestedScan["on"], string>> = { request: "for every request", message: "for every batch of messages" };
const AND = { filtered: ", whatever the filter keeps.", all: "." } as const;

/** A list of everything may be meant as one. */
function severityOf({ filtered }: RequestedScan): Severity {
  return filtered ? "warning" : "information";
}

/** The table's own key, where the filter asks for one value of it. */
function askedKey({ call, table }: RequestedScan): string | undefined {
  const filter = call.parameters?.get("FilterExpression");
  const key = table && partitionKeyOf(table);
  if (filter?.is !== "text" || key === undefined) return undefined;
  const names = call.parameters?.get("ExpressionAttributeNames");
  const aliases = names?.is === "object" ? names.keys.filter((alias) => isText(names.get(alias), key)) : [];
  return filter.value.split(/\s+and\s+/i).some((part) => [key, ...aliases].some((name) => equates(part, name))) ? key : undefined;
}

const isText = (meaning: Meaning | undefined, text: string): boolean => meaning?.is === "text" && meaning.value === text;

/** `userId = :user`, whichever way round; a choice between conditions asks for more than one. */
function equates(condition: string, name: string): boolean {
  const [left, right, ...more] = condition.split("=").map((side) => side.trim());
  return (
    more.length === 0 && ((left === name && right?.startsWith(":") === true) || (right === name && left?.startsWith(":") === true)) && !leavesChoice(condition)
  );
}
