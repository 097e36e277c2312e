import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import type { APIGatewayProxyResult } from "aws-lambda";
import { type Order, total } from "./order.ts";

const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));

/** All orders as a table for the spreadsheet of the back office. */
export async function handler(): Promise<APIGatewayProxyResult> {
  const rows = ["id,created,status,total"];
  for await (const page of paginateScan({ client: table }, { TableName: process.env.ORDERS_TABLE })) {
    for (const order of (page.Items ?? []) as Order[]) rows.push([order.id, order.created, order.status, total(order)].join(","));
  }
  return { statusCode: 200, headers: { "content-type": "text/csv" }, body: rows.join("\n") };
}
