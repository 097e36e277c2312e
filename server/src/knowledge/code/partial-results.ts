import { factsFrom } from "../fact.ts";

/** Operations that answer 200 although a part of what they were given failed, and the field that says so. */
export interface PartialResult {
  readonly service: string;
  readonly operation: string;
  /** Top-level fields of the answer, any of which says what failed. */
  readonly fields: readonly string[];
  /** The field is a list or a map of what failed; otherwise a number. */
  readonly list: boolean;
  /** The field lists what went well too, so that something in it says nothing yet. */
  readonly all: boolean;
}

const partial = (service: string, operation: string, fields: readonly string[], list: boolean): PartialResult => ({
  service,
  operation,
  fields,
  list,
  all: fields[0] === "Responses",
});

const fact = factsFrom("https://docs.aws.amazon.com/", "2026-11-24");

/** Source: the API references of the services, whose answers have these fields. */
export const PARTIAL_RESULTS = fact(
  [
    partial("dynamodb", "BatchWriteItem", ["UnprocessedItems"], true),
    partial("dynamodb", "BatchGetItem", ["UnprocessedKeys"], true),
    partial("dynamodb", "BatchExecuteStatement", ["Responses"], true),
    partial("events", "PutEvents", ["FailedEntryCount", "Entries"], false),
    partial("kinesis", "PutRecords", ["FailedRecordCount", "Records"], false),
    partial("firehose", "PutRecordBatch", ["FailedPutCount", "RequestResponses"], false),
    partial("sqs", "SendMessageBatch", ["Failed"], true),
    partial("sqs", "DeleteMessageBatch", ["Failed"], true),
    partial("sns", "PublishBatch", ["Failed"], true),
    partial("s3", "DeleteObjects", ["Errors"], true),
    partial("logs", "PutLogEvents", ["rejectedLogEventsInfo"], false),
  ] as const,
  "",
  "index.html",
);

export const partialResultOf = (service: string, operation: string): PartialResult | undefined =>
  PARTIAL_RESULTS.value.find((one) => one.service === service && one.operation === operation);
