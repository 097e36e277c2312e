import { factsFrom } from "./fact.ts";

const fact = factsFrom("https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/", "2026-11-24");
const lambdaFact = factsFrom("https://docs.aws.amazon.com/lambda/latest/dg/", "2026-11-24");

export const VISIBILITY_TIMEOUT = {
  default: fact(30, "s", "sqs-visibility-timeout.html"),
  maximum: fact(43_200, "s", "sqs-configure-queue-parameters.html"),
} as const;

/** AWS's advice for a queue that Lambda polls: this many times the timeout of the function, plus the batching window. */
export const VISIBILITY_FACTOR = lambdaFact(6, "times", "services-sqs-configure.html");

export const MESSAGE_RETENTION = {
  default: fact(345_600, "s", "sqs-configure-queue-parameters.html"),
  maximum: fact(1_209_600, "s", "sqs-configure-queue-parameters.html"),
} as const;

export const MAX_RECEIVE_COUNT = {
  /** AWS's advice for a queue that Lambda polls: at least this many, so that throttled batches don't end as dead letters. */
  advised: lambdaFact(5, "receives", "services-sqs-configure.html"),
} as const;

/** Names of FIFO queues end in this. */
export const FIFO_SUFFIX = {
  ...fact(".fifo", "", ""),
  source: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html",
} as const;

/** How Lambda's poller reads a queue. */
export const MAPPING = {
  batchSize: { default: lambdaFact(10, "messages", "services-sqs-parameters.html"), maximum: lambdaFact(10_000, "messages", "services-sqs-parameters.html") },
  /** Batches larger than this need a batching window of at least one second. */
  batchSizeWithoutWindow: lambdaFact(10, "messages", "services-sqs-configure.html"),
  maximumBatchingWindow: { ...lambdaFact(300, "s", ""), source: "https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html" },
} as const;
