import { factsFrom } from "./fact.ts";

const fact = factsFrom("https://docs.aws.amazon.com/lambda/latest/dg/", "2026-11-24");

export const TIMEOUT = {
  default: fact(3, "s", "configuration-timeout.html"),
  minimum: fact(1, "s", "configuration-timeout.html"),
  maximum: fact(900, "s", "gettingstarted-limits.html"),
  /** Functions on managed instances may run longer when they are not called synchronously. */
  maximumOnManagedInstances: fact(5400, "s", "gettingstarted-limits.html"),
} as const;

export const MEMORY = {
  default: fact(128, "MB", "configuration-memory.html"),
  minimum: fact(128, "MB", "configuration-memory.html"),
  maximum: fact(10_240, "MB", "configuration-memory.html"),
  /** CPU grows with memory; at this much a function has one whole virtual CPU. */
  perVirtualCpu: fact(1769, "MB", "configuration-memory.html"),
  /** Where measuring starts: our advice, not AWS's, for a function that imports something heavy. Power tuning finds the right value. */
  firstTry: 512,
} as const;

export const EPHEMERAL_STORAGE = {
  default: fact(512, "MB", "configuration-ephemeral-storage.html"),
  maximum: fact(10_240, "MB", "configuration-ephemeral-storage.html"),
} as const;

/** Tries after the first one when an asynchronous invocation fails. */
export const ASYNC_RETRIES = fact(2, "tries", "invocation-async-error-handling.html");
/** How long Lambda keeps an asynchronous event that it can't deliver (throttles, errors of the service); then it drops the event. */
export const ASYNC_MAX_EVENT_AGE = fact(21_600, "s", "invocation-async-error-handling.html");
/** Waits before the second and the third try. */
export const ASYNC_RETRY_WAITS = fact([60, 120], "s", "invocation-async-error-handling.html");
/** `OnFailure` and `DeadLetterConfig` take only standard queues and topics; a FIFO one is refused. */
export const ASYNC_DESTINATION_FIFO = fact(false, "", "invocation-async-retain-records.html");

/** What a function runs on when the template says nothing. */
export const ARCHITECTURE = fact("x86_64", "", "foundation-arch.html");
/** Price of a millisecond on arm64 as a part of the price on x86_64, the same memory; AWS says "about 20 % lower". */
export const ARM_PRICE_RATIO = { ...fact(0.8, "ratio", ""), source: "https://aws.amazon.com/lambda/pricing/" } as const;

/** The authentication types of a function URL. There is no default: `AuthType` is required, in CloudFormation and in SAM. */
export const URL_AUTH_TYPES = fact(["AWS_IAM", "NONE"], "", "urls-auth.html");
/** Highest request rate of a function URL for each unit of reserved concurrency: the only throttle that a URL has. */
export const URL_REQUESTS_PER_RESERVED_UNIT = fact(10, "requests/s", "urls-configuration.html");
/**
 * Since October 2025 a new public URL needs both permissions: `lambda:InvokeFunctionUrl` and `lambda:InvokeFunction` (the second limited to calls through
 * the URL). SAM adds them by itself, plain CloudFormation does not.
 */
export const URL_PUBLIC_PERMISSIONS = fact(["lambda:InvokeFunctionUrl", "lambda:InvokeFunction"], "", "urls-auth.html");

export const CONCURRENCY = {
  /** Shared by all functions of an account in a Region; new accounts start lower. */
  account: fact(1000, "executions", "gettingstarted-limits.html"),
  /** Lambda refuses a reservation that leaves less than this to the functions without one. */
  unreservedMinimum: fact(100, "executions", "configuration-concurrency.html"),
} as const;

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
/** All variables of a function together. */
export const ENVIRONMENT_SIZE = fact(4096, "bytes", "gettingstarted-limits.html");
