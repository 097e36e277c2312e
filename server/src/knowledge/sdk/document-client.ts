/**
 * What the document clients of DynamoDB call their operations: short name → the API's operation. The short names are those of
 * the methods of version 2's `DocumentClient` and version 3's `DynamoDBDocument`, and of the commands of `@aws-sdk/lib-dynamodb`.
 * Source: the packages aws-sdk 2.1693.0 and @aws-sdk/lib-dynamodb, read 2026-11-24.
 */
const OPERATIONS: Readonly<Record<string, string>> = {
  get: "GetItem",
  put: "PutItem",
  update: "UpdateItem",
  delete: "DeleteItem",
  query: "Query",
  scan: "Scan",
  batchGet: "BatchGetItem",
  batchWrite: "BatchWriteItem",
  transactGet: "TransactGetItems",
  transactWrite: "TransactWriteItems",
};

/** The operation of a method or command of a document client; other names are the API's own. */
export function documentOperation(name: string): string {
  const short = name.charAt(0).toLowerCase() + name.slice(1);
  return OPERATIONS[short] ?? operationOf(name);
}

/** The operation of a client's method: `putItem` is `PutItem`. */
export const operationOf = (method: string): string => method.charAt(0).toUpperCase() + method.slice(1);
