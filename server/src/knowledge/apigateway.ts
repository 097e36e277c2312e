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
  burst: fact(5000, "requests", "limits.html"),
  rateInNewerRegions: fact(2500, "requests/s", "limits.html"),
} as const;

/** A throttle to start from where none is stated: our choice; the text says that it must be chosen. */
export const THROTTLE_ADVISED = { rate: 50, burst: 100 } as const;

/** Which APIs have what, where rules ask. */
export const FEATURES = {
  /** HTTP APIs have no request validation, no usage plans, no web ACL of their own, and can't be traced by X-Ray. */
  http: fact({ validation: false, usagePlans: false, webAcl: false, tracing: false }, "", "http-api-vs-rest.html"),
  rest: fact({ validation: true, usagePlans: true, webAcl: true, tracing: true }, "", "http-api-vs-rest.html"),
} as const;

/** A content type without a model is not validated; a model for this one applies to every content type. */
export const MODEL_FOR_ALL_CONTENT_TYPES = fact("$default", "", "api-gateway-method-request-validation.html");

/** The variables that an access log needs to explain a rejected request: whose it was, and why it failed. */
export const ACCESS_LOG_VARIABLES = {
  requestId: fact("$context.requestId", "", "api-gateway-mapping-template-reference.html"),
  reasons: fact(
    ["$context.integrationErrorMessage", "$context.integration.error", "$context.error.message", "$context.error.messageString"],
    "",
    "api-gateway-mapping-template-reference.html",
  ),
} as const;

/** Access log formats to write: one JSON object a request. Variables as the two kinds of API name them. */
export const ACCESS_LOG_FORMATS = {
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
  /** Source: "Variables for logging", websocket-api-logging.html, read on 2026-11-24. */
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

/** REST and WebSocket APIs log only where the account has a role for it (`AWS::ApiGateway::Account`), once a Region. */
export const ACCOUNT_LOG_ROLE = fact(true, "", "set-up-logging.html");
/** AWS advises against full request and response logging in production: it writes the bodies into the log. */
export const DATA_TRACE_IN_PRODUCTION = fact(false, "", "set-up-logging.html");
