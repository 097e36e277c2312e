import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { SQSEvent } from "aws-lambda";
import { type Order, total } from "./order.ts";

const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const TableName = process.env.ORDERS_TABLE;

/** Charges the orders that wait. When one of them fails, the whole batch comes again. */
export async function handler(event: SQSEvent): Promise<void> {
  for (const record of event.Records) {
    const { id } = JSON.parse(record.body);
    const { Item } = await table.send(new GetCommand({ TableName, Key: { id } }));
    const order = Item as Order | undefined;
    if (order?.status !== "waiting") continue;
    await charge(order);
    await table.send(
      new UpdateCommand({
        TableName,
        Key: { id },
        UpdateExpression: "SET #status = :charged",
        ExpressionAttributeNames: { "#status": "status" },
        ExpressionAttributeValues: { ":charged": "charged" },
      }),
    );
  }
}

async function charge(order: Order): Promise<void> {
  const response = await fetch(process.env.PAYMENTS_URL ?? "", {
    method: "POST",
    headers: { authorization: `Bearer ${process.env.PAYMENTS_API_KEY}`, "idempotency-key": order.id },
    body: JSON.stringify({ reference: order.id, customer: order.customer, amount: total(order), currency: "EUR" }),
  });
  if (!response.ok) throw new Error(`Order ${order.id} could not be charged: ${response.status}`);
}
