import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { LambdaFunctionURLEvent, LambdaFunctionURLResult } from "aws-lambda";

const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));

/** The payment provider posts `{ "reference": "<order id>" }` once the money is there. */
export async function handler(event: LambdaFunctionURLEvent): Promise<LambdaFunctionURLResult> {
  console.log("paid", JSON.stringify(event));
  const { reference } = JSON.parse(event.body ?? "{}");
  await table.send(
    new UpdateCommand({
      TableName: process.env.ORDERS_TABLE,
      Key: { id: reference },
      UpdateExpression: "SET #status = :paid",
      ConditionExpression: "attribute_exists(id)",
      ExpressionAttributeNames: { "#status": "status" },
      ExpressionAttributeValues: { ":paid": "paid" },
    }),
  );
  return { statusCode: 204 };
}
