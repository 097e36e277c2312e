import { STREAM_MAX_RECORD_AGE, STREAM_RETRIES } from "../../knowledge/streams.ts";
import { flag, kind, number, reference, structure, terms, text } from "../kind.ts";

/** Lambda's poller between a queue or stream and a function. */
export const eventSourceMapping = kind("eventSourceMapping", {
  /** `sqs`, `kinesis`, `dynamodb`, `kafka`, `mq`, `documentdb`; what the source says where the dialect does not. */
  service: text(),
  eventSource: reference(),
  eventSourceArn: text(),
  /** A Kafka cluster that nobody but its owner manages. */
  selfManagedSource: structure(),
  function: reference(),
  enabled: flag({ default: true }),
  batchSize: number(),
  maximumBatchingWindow: number({ unit: "s", default: 0 }),
  functionResponseTypes: terms(),
  filterCriteria: structure(),
  maximumRetryAttempts: number({ default: STREAM_RETRIES }),
  maximumRecordAge: number({ unit: "s", default: STREAM_MAX_RECORD_AGE }),
  bisectBatchOnFunctionError: flag({ default: false }),
  onFailure: structure(),
  failureDestination: reference(),
  parallelizationFactor: number(),
  provisionedPollerConfig: structure(),
  maximumConcurrency: number(),
  startingPosition: text(),
});

export const stream = kind("stream", { streamName: text(), retentionPeriod: number({ unit: "h", default: 24 }) });
export const kafkaCluster = kind("kafkaCluster", {});
export const deliveryStream = kind("deliveryStream", { deliveryStreamName: text() });
