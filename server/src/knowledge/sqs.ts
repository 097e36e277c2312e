import { factsFrom } from "./fact.ts";

const fact = factsFrom("https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/", "2026-11-24");
const lambdaFact = factsFrom("https://docs.aws.amazon.com/lambda/latest/dg/", "2026-11-24");

export const VISIBILITY_TIMEOUT = {
  default: fact(30, "s", "sqs-visibility-timeout.html"),
  maximum: fact(43_200, "s", "sqs-visibility-timeout.html"),
} as const;

/** AWS's advice for a queue that Lambda polls: this many times the timeout of the function, plus the batching window. */
export const VISIBILITY_FACTOR = lambdaFact(6, "times", "services-sqs-configure.html");

export const MESSAGE_RETENTION = {
  default: fact(345_600, "s", "sqs-configure-queue-parameters.html"),
  minimum: fact(60, "s", "sqs-configure-queue-parameters.html"),
  maximum: fact(1_209_600, "s", "sqs-configure-queue-parameters.html"),
} as const;

/**
 * When redrive moves a message of a standard queue, the message keeps its age, so a dead-letter queue must keep messages longer than its source.
 * In FIFO queues the clock starts again.
 */
export const REDRIVE_RESETS_AGE = { standard: fact(false, "", "sqs-dead-letter-queues.html"), fifo: fact(true, "", "sqs-dead-letter-queues.html") } as const;

export const MAX_RECEIVE_COUNT = {
  /** AWS's advice for a queue that Lambda polls: at least this many, so that throttled batches don't end as dead letters. */
  advised: lambdaFact(5, "receives", "services-sqs-configure.html"),
  maximum: fact(1000, "receives", "sqs-dead-letter-queues.html"),
} as const;

/** The dead-letter queue of a FIFO queue must be FIFO, that of a standard queue standard. */
export const DEAD_LETTER_SAME_TYPE = fact(true, "", "sqs-dead-letter-queues.html");
/** Names of FIFO queues end in this. */
export const FIFO_SUFFIX = fact(".fifo", "", "sqs-fifo-queues.html");

/** How Lambda's poller reads a queue. */
export const MAPPING = {
  batchSize: { default: lambdaFact(10, "messages", "services-sqs-configure.html"), maximum: lambdaFact(10_000, "messages", "services-sqs-configure.html") },
  /** Batches larger than this need a batching window of at least one second. */
  batchSizeWithoutWindow: lambdaFact(10, "messages", "services-sqs-configure.html"),
  maximumBatchingWindow: lambdaFact(300, "s", "services-sqs-configure.html"),
} as const;
