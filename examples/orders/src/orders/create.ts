import { randomUUID } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { type Order, readLines } from "./order.ts";

const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const queue = new SQSClient({});

/** `POST /orders` takes an order, `GET /orders/{id}` tells how it stands. */
export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  return event.routeKey.startsWith("GET") ? status(event.pathParameters?.id) : create(event.body);
}

async function create(body: string | undefined): Promise<APIGatewayProxyStructuredResultV2> {
  const request = JSON.parse(body ?? "{}");
  const lines = readLines(request.lines);
  if (!lines || typeof request.customer !== "string") return answer(400, { message: "An order needs a customer and lines." });

  const order: Order = { id: randomUUID(), customer: request.customer, lines, status: "waiting", created: new Date().toISOString() };
  await table.send(new PutCommand({ TableName: process.env.ORDERS_TABLE, Item: order, ConditionExpression: "attribute_not_exists(id)" }));
  await queue.send(new SendMessageCommand({ QueueUrl: process.env.JOBS_QUEUE, MessageBody: JSON.stringify({ id: order.id }) }));
  return answer(202, { id: order.id });
}

async function status(id: string | undefined): Promise<APIGatewayProxyStructuredResultV2> {
  const { Item: order } = await table.send(new GetCommand({ TableName: process.env.ORDERS_TABLE, Key: { id } }));
  return order ? answer(200, { id, status: order.status }) : answer(404, { message: "There is no such order." });
}

function answer(statusCode: number, body: unknown): APIGatewayProxyStructuredResultV2 {
  return { statusCode, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}
