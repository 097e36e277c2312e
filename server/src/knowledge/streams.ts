import { factsFrom } from "./fact.ts";

const lambdaFact = factsFrom("https://docs.aws.amazon.com/lambda/latest/dg/", "2026-11-24");

/**
 * Defaults of a mapping from Kinesis or a DynamoDB stream: −1 means without end, so one bad record is tried again until it leaves the stream, and its
 * shard stands still meanwhile.
 */
export const STREAM_RETRIES = lambdaFact(-1, "tries", "services-kinesis-parameters.html");
export const STREAM_MAX_RECORD_AGE = lambdaFact(-1, "s", "services-kinesis-parameters.html");

/** The same settings exist for Kafka in provisioned mode only; without a limit, but with a failure destination, Lambda gives up after some tries by itself. */
export const KAFKA_RETRIES_WITH_DESTINATION = lambdaFact(10, "tries", "kafka-retry-configurations.html");

/** What a pipe does with a batch that fails in part. */
export const PIPE_BISECT = {
  ...lambdaFact("AUTOMATIC_BISECT", "", ""),
  source: "https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_PipeSourceDynamoDBStreamParameters.html",
} as const;

/** A number of tries after which a record is set aside: our choice, enough for some minutes of trouble downstream. */
export const STREAM_RETRIES_ADVISED = 10;

export const BATCH_SIZE = lambdaFact(100, "records", "services-kinesis-parameters.html");

/** How long records stay. */
export const RETENTION = {
  kinesis: { ...lambdaFact(24, "h", ""), source: "https://docs.aws.amazon.com/streams/latest/dev/kinesis-extended-retention.html" },
  dynamodb: { ...lambdaFact(24, "h", ""), source: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html" },
} as const;
