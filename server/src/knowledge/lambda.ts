import { factsFrom } from "./fact.ts";

const fact = factsFrom("https://docs.aws.amazon.com/lambda/latest/dg/", "2026-11-24");

export const TIMEOUT = {
  default: fact(3, "s", "configuration-timeout.html"),
} as const;

/** A first timeout in seconds, for requests and for all else: our advice, not AWS's. The slowest useful run decides. */
export const FIRST_TIMEOUT = { request: 10, other: 30 } as const;

export const MEMORY = {
  default: fact(128, "MB", "configuration-memory.html"),
  minimum: fact(128, "MB", "configuration-memory.html"),
  /** CPU grows with memory; at this much a function has one whole virtual CPU. */
  perVirtualCpu: fact(1769, "MB", "configuration-memory.html"),
  /** Where measuring starts: our advice, not AWS's, for a function that imports something heavy. Power tuning finds the right value. */
  firstTry: 512,
} as const;

export const EPHEMERAL_STORAGE = {
  default: fact(512, "MB", "configuration-ephemeral-storage.html"),
} as const;

/** Tries after the first one when an asynchronous invocation fails. */
export const ASYNC_RETRIES = fact(2, "tries", "invocation-async-error-handling.html");
/** How long Lambda keeps an asynchronous event that it can't deliver (throttles, errors of the service); then it drops the event. */
export const ASYNC_MAX_EVENT_AGE = fact(21_600, "s", "invocation-async-error-handling.html");

/** What a function runs on when the template says nothing. */
export const ARCHITECTURE = { ...fact("x86_64", "", ""), source: "https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html" } as const;

/** Highest request rate of a function URL for each unit of reserved concurrency: the only throttle that a URL has. */
export const URL_REQUESTS_PER_RESERVED_UNIT = fact(10, "requests/s", "urls-configuration.html");

/** How provisioned concurrency scales through Application Auto Scaling. */
export const PROVISIONED_SCALING = {
  serviceNamespace: fact("lambda", "", "provisioned-concurrency.html"),
  scalableDimension: fact("lambda:function:ProvisionedConcurrency", "", "provisioned-concurrency.html"),
  metric: fact("LambdaProvisionedConcurrencyUtilization", "", "provisioned-concurrency.html"),
  /** The utilization that AWS's own example tracks. */
  target: fact(0.7, "ratio", "provisioned-concurrency.html"),
} as const;

/** Lambda makes the group `/aws/lambda/<function name>` at the first invocation, outside the stack and without an end, unless one is declared. */
export const LOG_GROUP_PREFIX = fact("/aws/lambda/", "", "monitoring-cloudwatchlogs.html");
