/**
 * What code usually does with the data of one resource, split into reading and writing. A fix offers one of the two in the place of `service:*`
 * where the calls of the code are not known: a choice of ours from AWS's actions, never the whole service. Managing the resource itself
 * (delete it, change its policy) is in neither. Actions were checked against AWS's Service Authorization Reference on 2026-11-24.
 */
export interface AccessSet {
  /** The kind of resource, by our canonical name. */
  readonly kind: string;
  readonly prefix: string;
  /** Actions as `prefix:Name`, sorted. Empty where the resource has no such side. */
  readonly read: readonly string[];
  readonly write: readonly string[];
}

/** The sets of a kind of resource; `undefined` where we have none. */
export const accessSet = (kind: string): AccessSet | undefined => BY_KIND.get(kind);

const set = (kind: string, prefix: string, read: readonly string[], write: readonly string[]): AccessSet => ({
  kind,
  prefix,
  read: read.map((name) => `${prefix}:${name}`).sort(),
  write: write.map((name) => `${prefix}:${name}`).sort(),
});

export const ACCESS_SETS: readonly AccessSet[] = [
  set(
    "table",
    "dynamodb",
    ["BatchGetItem", "ConditionCheckItem", "DescribeTable", "GetItem", "Query", "Scan"],
    ["BatchWriteItem", "ConditionCheckItem", "DeleteItem", "PutItem", "UpdateItem"],
  ),
  // Without ListBucket a missing key answers 403 instead of 404, and code takes that for a missing right.
  set("bucket", "s3", ["GetObject", "ListBucket"], ["AbortMultipartUpload", "DeleteObject", "PutObject"]),
  // To read a queue is to receive and then delete.
  set(
    "queue",
    "sqs",
    ["ChangeMessageVisibility", "DeleteMessage", "GetQueueAttributes", "GetQueueUrl", "ReceiveMessage"],
    ["GetQueueAttributes", "GetQueueUrl", "SendMessage"],
  ),
  set("topic", "sns", ["GetTopicAttributes", "ListSubscriptionsByTopic"], ["Publish"]),
  set("eventBus", "events", ["DescribeEventBus"], ["PutEvents"]),
  set("stateMachine", "states", ["DescribeStateMachine", "ListExecutions"], ["StartExecution", "StartSyncExecution"]),
  set("function", "lambda", ["GetFunction", "GetFunctionConfiguration"], ["InvokeFunction"]),
  set("stream", "kinesis", ["DescribeStream", "DescribeStreamSummary", "GetRecords", "GetShardIterator", "ListShards"], ["PutRecord", "PutRecords"]),
  set("deliveryStream", "firehose", ["DescribeDeliveryStream"], ["PutRecord", "PutRecordBatch"]),
  set("secret", "secretsmanager", ["DescribeSecret", "GetSecretValue"], ["PutSecretValue", "UpdateSecret", "UpdateSecretVersionStage"]),
  set("configurationParameter", "ssm", ["GetParameter", "GetParameters", "GetParametersByPath"], ["PutParameter"]),
  set("key", "kms", ["Decrypt", "DescribeKey"], ["Encrypt", "GenerateDataKey"]),
  set("logGroup", "logs", ["DescribeLogStreams", "FilterLogEvents", "GetLogEvents"], ["CreateLogStream", "PutLogEvents"]),
  set(
    "userPool",
    "cognito-idp",
    ["AdminGetUser", "AdminListGroupsForUser", "ListUsers"],
    ["AdminAddUserToGroup", "AdminCreateUser", "AdminDeleteUser", "AdminSetUserPassword", "AdminUpdateUserAttributes"],
  ),
  set("graphqlApi", "appsync", [], ["GraphQL"]),
];

const BY_KIND: ReadonlyMap<string, AccessSet> = new Map(ACCESS_SETS.map((each) => [each.kind, each]));
