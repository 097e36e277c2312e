import { factsFrom } from "./fact.ts";

const fact = factsFrom("https://docs.aws.amazon.com/apigateway/latest/developerguide/", "2026-11-24");

/** How long API Gateway waits for an integration before it answers 504. */
export const INTEGRATION_TIMEOUT = {
  /** The default, and the maximum unless the quota was raised, which Regional and private REST APIs can have. */
  rest: fact(29_000, "ms", "api-gateway-execution-service-limits-table.html"),
  /** The default and the maximum. */
  http: fact(30_000, "ms", "http-api-quotas.html"),
  websocket: fact(29_000, "ms", "apigateway-execution-service-websocket-limits-table.html"),
} as const;

/** How much earlier than its caller a function should give up, so that code answers instead of the gateway: our choice. */
export const ANSWER_BEFORE_CALLER_SECONDS = 1;

/** The account's throttle that all APIs of a Region share while none of their own is set; smaller in newer Regions. */
export const ACCOUNT_THROTTLE = {
  rate: fact(10_000, "requests/s", "limits.html"),
  rateInNewerRegions: fact(2500, "requests/s", "limits.html"),
} as const;

/** A throttle to start from where none is stated: our choice; the text says that it must be chosen. */
export const THROTTLE_ADVISED = { rate: 50, burst: 100 } as const;

/** A content type without a model is not validated; a model for this one applies to every content type. */
export const MODEL_FOR_ALL_CONTENT_TYPES = fact("$default", "", "api-gateway-method-request-validation.html");

/** The variables that an access log needs to explain a rejected request: whose it was, and why it failed. */
export const ACCESS_LOG_VARIABLES = {
  requestId: fact("$context.requestId", "", "set-up-logging.html"),
  /** The first is the name that HTTP APIs have for it; the other ones exist in all three kinds of API. */
  reasons: fact(
    ["$context.integrationErrorMessage", "$context.integration.error", "$context.error.message", "$context.error.messageString"],
    "",
    "http-api-logging-variables.html",
  ),
} as const;

/** Access log formats to write: one JSON object a request, of variables that the pages below list for the kind of API; looked up on 2026-11-24. */
export const ACCESS_LOG_FORMATS = {
  /** From https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html. */
  rest: {
    requestId: "$context.requestId",
    requestTime: "$context.requestTime",
    httpMethod: "$context.httpMethod",
    resourcePath: "$context.resourcePath",
    status: "$context.status",
    responseLatency: "$context.responseLatency",
    errorMessage: "$context.error.message",
    integrationError: "$context.integration.error",
    sourceIp: "$context.identity.sourceIp",
  },
  /** From https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html. */
  http: {
    requestId: "$context.requestId",
    requestTime: "$context.requestTime",
    routeKey: "$context.routeKey",
    status: "$context.status",
    responseLatency: "$context.responseLatency",
    errorMessage: "$context.error.message",
    integrationError: "$context.integrationErrorMessage",
    sourceIp: "$context.identity.sourceIp",
  },
  /** From https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-logging.html. */
  websocket: {
    requestId: "$context.requestId",
    requestTime: "$context.requestTime",
    connectionId: "$context.connectionId",
    eventType: "$context.eventType",
    routeKey: "$context.routeKey",
    status: "$context.status",
    errorMessage: "$context.error.message",
    integrationError: "$context.integration.error",
    sourceIp: "$context.identity.sourceIp",
  },
} as const;
