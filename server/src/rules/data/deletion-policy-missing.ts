import { RETAINING } from "../../knowledge/cloudformation.ts";
import { RETENTION } from "../../knowledge/streams.ts";
import type { Context } from "../../model/context.ts";
import type { Resource } from "../../model/resource.ts";
import { type Unknown, unknown } from "../../model/value.ts";
import { isForDevelopment, isPassing, isWritten } from "../../model/words/stores.ts";
import { defineRule, type Severity } from "../define.ts";

export default defineRule({
  id: "deletion-policy-missing",
  summary: "Data store goes with its data when it leaves the stack",
  pillars: ["reliability", "security"],
  tradeoffs: {
    "cost-optimization": "What is retained is paid for until somebody deletes it.",
    "operational-excellence": "Retained resources are deleted by hand, and a fixed name collides when the stack is made again.",
  },
  practices: ["REL09-BP01@2024-06-27"],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: `CloudFormation deletes a resource when it leaves the template, when the stack is deleted, and when an update replaces it: a new key or a new name is
enough. By default the data goes too. \`DeletionPolicy\` governs the first two, \`UpdateReplacePolicy\` alone the third, so a store that matters needs both.
\`RetainExceptOnCreate\` keeps the store, yet leaves nothing behind when the very first creation fails.`,
  ask: "Could the data be made again from something else, and how long would that take?",
  whoseJob: "AWS keeps the data durable as long as the store exists; that the store goes on existing is yours.",
  references: [
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html",
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatereplacepolicy.html",
  ],
  on: ["table", "bucket", "userPool", "fileSystem", "searchDomain", "key", "stream"],
  *check(store, context) {
    if (isForDevelopment(store, context.profile)) return;
    const deletion = store.has("deletionPolicy");
    const replacement = store.has("updateReplacePolicy");
    if (!deletion.known) return deletion;
    if (!replacement.known) return replacement;
    if (deletion.value || replacement.value) return;
    const severity = severityOf(store, context);
    if (severity === undefined || typeof severity === "object") return severity;
    yield {
      at: store,
      aspect: "deletionPolicy",
      text: `No deletion policy: {store} goes with ${CONTENT[store.kind] ?? "its data"} when it leaves the stack or is replaced.`,
      many: "No deletion policy: {names} go with their data when they leave the stack or are replaced.",
      values: { store },
      severity,
      cause: severity,
      fixes: [
        {
          title: "Keep {store} when it leaves the stack or is replaced",
          many: "Keep all {count} when they leave the stack or are replaced",
          safety: "review",
          edits: [
            { set: store, property: "deletionPolicy", to: RETAINING.deletionPolicy.value },
            { set: store, property: "updateReplacePolicy", to: RETAINING.updateReplacePolicy.value },
          ],
        },
      ],
    };
  },
  examples: [
    {
      dialect: "cloudformation",
      bad: `Resources:
  ⟦Customers⟧:
    Type: AWS::Cognito::UserPool
    Properties:
      UserPoolName: customers
`,
      good: `Resources:
  Customers:
    Type: AWS::Cognito::UserPool
    DeletionPolicy: RetainExceptOnCreate
    UpdateReplacePolicy: Retain
    Properties:
      UserPoolName: customers
`,
    },
    {
      dialect: "sam",
      bad: `Transform: AWS::Serverless-2016-10-31
Resources:
  ⟦Orders⟧:
    Type: AWS::DynamoDB::Table
    Properties:
      TableName: orders

  Create:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - DynamoDBWritePolicy:
            TableName: !Ref Orders
`,
      good: `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    DeletionPolicy: RetainExceptOnCreate
    UpdateReplacePolicy: Retain
    Properties:
      TableName: orders

  Create:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - DynamoDBWritePolicy:
            TableName: !Ref Orders
`,
    },
  ],
});

const CONTENT: Readonly<Record<string, string>> = { table: "its items", bucket: "its objects", userPool: "its users", key: "what it encrypts" };

/** A store that stays is unreadable without its key; a key of what goes anyway, or of queues and logs, is no loss of its own. */
function isKept(user: Resource): boolean {
  const policy = user.is("table", "bucket", "database", "fileSystem", "searchDomain") ? user.text("deletionPolicy") : undefined;
  return policy?.known === true && (policy.value ?? "").startsWith(RETAINING.updateReplacePolicy.value);
}

type Store = Resource<"table" | "bucket" | "userPool" | "fileSystem" | "searchDomain" | "key" | "stream">;

/** How much the loss would hurt; undefined for a store that may go. */
function severityOf(store: Store, context: Context): Severity | Unknown | undefined {
  if (store.is("userPool")) return ofUserPool(store);
  if (store.is("table")) return ofTable(store, context);
  if (store.is("bucket")) return ofBucket(store, context);
  if (store.is("stream")) return ofStream(store);
  if (store.is("key")) return context.graph.mentioning(store).some(isKept) ? "information" : undefined;
  return context.graph.mentioning(store).length === 0 ? undefined : "information";
}

function ofUserPool(pool: Resource<"userPool">): Severity | Unknown | undefined {
  const protection = pool.text("deletionProtection");
  if (!protection.known) return protection;
  return protection.value === "ACTIVE" ? undefined : "warning";
}

function ofTable(table: Resource<"table">, { graph, iam }: Context): Severity | Unknown | undefined {
  const name = table.text("tableName");
  const expires = table.has("timeToLiveAttribute");
  const guarded = table.flag("deletionProtection");
  if (!iam) return unknown("the table of IAM actions was not read");
  if (!guarded.known) return guarded;
  if (!expires.known) return expires;
  const passes = guarded.value || expires.value || isPassing(table, name.known ? name.value : undefined);
  return passes || !isWritten(graph, table, iam) ? undefined : "information";
}

/** CloudFormation does not delete a bucket that holds objects, so little can happen. */
function ofBucket(bucket: Resource<"bucket">, { graph }: Context): Severity | Unknown | undefined {
  const name = bucket.text("bucketName");
  const website = bucket.has("websiteConfiguration");
  if (!website.known) return website;
  return website.value || isPassing(bucket, name.known ? name.value : undefined) || graph.mentioning(bucket).length === 0 ? undefined : "hint";
}

/** A stream that keeps its records for the shortest time is a pipe and no store. */
function ofStream(stream: Resource<"stream">): Severity | Unknown | undefined {
  const kept = stream.number("retentionPeriod");
  if (!kept.known) return kept;
  return kept.value > RETENTION.kinesis.value ? "information" : undefined;
}
