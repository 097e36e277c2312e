import { flag, kind, number, reference, structure, terms, text } from "../kind.ts";

/** A REST, HTTP or WebSocket API. `protocol` is `REST`, `HTTP` or `WEBSOCKET`. */
export const api = kind("api", {
  apiName: text(),
  protocol: text(),
  /** `EDGE`, `REGIONAL` or `PRIVATE`; plain CloudFormation writes a list of one. */
  endpointTypes: terms(),
  definition: structure(),
  definitionUri: text(),
  /** What a definition says of the API as a whole, beside its routes. */
  definitionPaths: structure(),
  definitionPolicy: structure(),
  definitionEndpoint: structure(),
  defaultAuthorizer: text(),
  authorizers: structure(),
  apiKeyRequired: flag({ default: false }),
  resourcePolicy: structure(),
  disableExecuteApiEndpoint: flag({ default: false }),
  usagePlan: structure(),
  failOnWarnings: flag(),
});

/** A deployed stage. In SAM the API resource is its own stage. */
export const stage = kind("stage", {
  api: reference(),
  stageName: text(),
  accessLog: structure(),
  accessLogDestination: text(),
  accessLogFormat: text(),
  methodSettings: structure(),
  throttlingRateLimit: number(),
  throttlingBurstLimit: number(),
  dataTraceEnabled: flag({ default: false }),
  tracingEnabled: flag({ default: false }),
});

/** A method of a REST API, a route of an HTTP or WebSocket API, or an API event of a function. */
export const route = kind("route", {
  api: reference(),
  path: text(),
  method: text(),
  authorization: text(),
  authorizer: text(),
  authorizationScopes: terms(),
  apiKeyRequired: flag(),
  resourcePolicy: structure(),
  /** The function that answers, where known. */
  function: reference(),
  integration: reference(),
  integrationType: text(),
  integrationTimeout: number({ unit: "ms" }),
  /** `STREAM` where the answer is passed on piece by piece. */
  responseTransferMode: text(),
  passthroughBehavior: text(),
  requestModel: structure(),
  requestModels: structure(),
  requestValidator: reference(),
  validateBody: flag(),
});

export const integration = kind("integration", { api: reference(), function: reference(), timeout: number({ unit: "ms" }), type: text() });
export const requestValidator = kind("requestValidator", {
  api: reference(),
  validateRequestBody: flag({ default: false }),
  validateRequestParameters: flag({ default: false }),
});
export const usagePlan = kind("usagePlan", { stages: structure(), throttle: structure(), quota: structure() });
export const webAclAssociation = kind("webAclAssociation", { resource: text(), webAcl: reference() });
export const webAcl = kind("webAcl", { rules: structure() });
export const graphqlApi = kind("graphqlApi", {
  authenticationType: text(),
  logConfig: structure(),
  fieldLogLevel: text(),
  excludeVerboseContent: flag({ default: false }),
  xrayEnabled: flag({ default: false }),
  visibility: text(),
});
export const distribution = kind("distribution", { webAcl: text(), origins: structure(), logging: structure() });
