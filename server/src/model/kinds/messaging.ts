import { MESSAGE_RETENTION, VISIBILITY_TIMEOUT } from "../../knowledge/sqs.ts";
import { flag, kind, number, reference, structure, terms, text } from "../kind.ts";

export const queue = kind("queue", {
  queueName: text(),
  fifoQueue: flag({ default: false }),
  visibilityTimeout: number({ unit: "s", default: VISIBILITY_TIMEOUT.default }),
  messageRetentionPeriod: number({ unit: "s", default: MESSAGE_RETENTION.default }),
  redrivePolicy: structure(),
  deadLetterTarget: reference(),
  maxReceiveCount: number(),
  kmsMasterKeyId: text(),
  sqsManagedSseEnabled: flag(),
});

export const topic = kind("topic", {
  topicName: text(),
  fifoTopic: flag({ default: false }),
  subscriptions: structure(),
  kmsMasterKeyId: text(),
  tracing: text({ default: "PassThrough" }),
});

export const subscription = kind("subscription", {
  topic: reference(),
  endpoint: reference(),
  protocol: text(),
  deadLetterTarget: reference(),
  filterPolicy: structure(),
});

/** A rule of an event bus, with a pattern or a schedule. */
export const rule = kind("rule", {
  eventBus: reference(),
  schedule: text(),
  eventPattern: structure(),
  state: text(),
  /** SAM's own switch for the rules that its events make. */
  enabled: flag({ default: true }),
});

/** An HTTP endpoint outside AWS that rules may call. */
export const apiDestination = kind("apiDestination", {});

/** One target of a rule. */
export const ruleTarget = kind("ruleTarget", {
  rule: reference(),
  target: reference(),
  targetArn: text(),
  /** The dead-letter configuration as written; SAM can make the queue itself (`Type: SQS`). */
  deadLetterConfig: structure(),
  deadLetterTarget: reference(),
  maximumRetryAttempts: number(),
  maximumEventAge: number({ unit: "s" }),
  role: reference(),
});

/** An EventBridge Scheduler schedule. */
export const schedule = kind("schedule", {
  schedule: text(),
  target: reference(),
  targetArn: text(),
  deadLetterConfig: structure(),
  deadLetterTarget: reference(),
  maximumRetryAttempts: number(),
  maximumEventAge: number({ unit: "s" }),
  role: reference(),
  state: text(),
});

/** A subscriber of the second generation of EventBridge (`AWS::EventsV2::Subscriber`). */
export const subscriber = kind("subscriber", {
  target: reference(),
  targetArn: text(),
  role: reference(),
  onFailure: structure(),
  failureDestination: reference(),
  maximumRetryAttempts: number(),
  maximumEventAge: number({ unit: "s" }),
  state: text(),
});

export const eventBus = kind("eventBus", { eventBusName: text(), deadLetterTarget: reference() });

export const pipe = kind("pipe", {
  source: reference(),
  target: reference(),
  enrichment: reference(),
  role: reference(),
  maximumRetryAttempts: number(),
  maximumRecordAge: number({ unit: "s" }),
  deadLetterTarget: reference(),
  /** How the source is read, by a key for each kind of source. */
  sourceParameters: structure(),
  desiredState: text({ default: "RUNNING" }),
});

/** Events that a bucket sends. */
export const notification = kind("notification", {
  bucket: reference(),
  target: reference(),
  events: terms(),
  /** Which keys it is for. */
  filter: structure(),
});

/** A CloudWatch Logs subscription, an IoT rule, a Cognito trigger and the like: something that calls a function. */
export const trigger = kind("trigger", { source: reference(), function: reference(), service: text() });
