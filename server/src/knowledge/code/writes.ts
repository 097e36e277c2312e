/** What an operation writes to. */
export type Destination = "table" | "bucket" | "queue" | "topic" | "eventBus" | "stream" | "userPool" | "database";

/** An operation that changes data or sends something on. */
export interface Write {
  readonly service: string;
  readonly operation: string;
  readonly to: Destination;
  /** The parameters that name the destination, any of which may be given; none where it stands deeper. */
  readonly named: readonly string[];
}

const writes = (service: string, to: Destination, named: readonly string[], operations: readonly string[]): readonly Write[] =>
  operations.map((operation) => ({ service, operation, to, named }));

/**
 * Operations that change data of a customer or send something on; configuration, metrics, logs and traces are none.
 * Source: the API references of the services (DynamoDB, S3, SQS, SNS, EventBridge, Kinesis, Cognito user pools, RDS Data), read 2026-11-24.
 */
export const WRITES: readonly Write[] = [
  ...writes("dynamodb", "table", ["TableName"], ["PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems"]),
  ...writes("s3", "bucket", ["Bucket"], ["PutObject", "CopyObject", "CompleteMultipartUpload", "DeleteObject", "DeleteObjects"]),
  ...writes("sqs", "queue", ["QueueUrl"], ["SendMessage", "SendMessageBatch"]),
  ...writes("sns", "topic", ["TopicArn", "TargetArn"], ["Publish", "PublishBatch"]),
  ...writes("events", "eventBus", [], ["PutEvents"]),
  ...writes("kinesis", "stream", ["StreamName", "StreamARN"], ["PutRecord", "PutRecords"]),
  ...writes(
    "cognito-idp",
    "userPool",
    ["UserPoolId"],
    [
      "AdminCreateUser",
      "AdminDeleteUser",
      "AdminDisableUser",
      "AdminEnableUser",
      "AdminSetUserPassword",
      "AdminUpdateUserAttributes",
      "AdminAddUserToGroup",
      "AdminRemoveUserFromGroup",
    ],
  ),
  ...writes("rds-data", "database", ["resourceArn"], ["ExecuteStatement", "BatchExecuteStatement"]),
];

export const writeOf = (service: string, operation: string): Write | undefined => WRITES.find((one) => one.service === service && one.operation === operation);

/** What a statement of SQL begins with when it changes data. */
export const CHANGES_DATA = /^\s*(?:insert|update|delete|merge|replace|upsert|truncate)\b/i;
