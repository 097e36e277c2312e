import type { Binding } from "../../../model/part.ts";
import { bind } from "../../bind.ts";

/** Where a stage of a REST API has its settings; SAM writes them in the same words. */
export const REST_STAGE = {
  accessLog: "Properties.AccessLogSetting",
  accessLogDestination: "Properties.AccessLogSetting.DestinationArn",
  accessLogFormat: "Properties.AccessLogSetting.Format",
  throttlingRateLimit: null,
  throttlingBurstLimit: null,
  dataTraceEnabled: null,
} as const;

/** The same for HTTP and WebSocket APIs. */
export const HTTP_STAGE = {
  accessLog: "Properties.AccessLogSettings",
  accessLogDestination: "Properties.AccessLogSettings.DestinationArn",
  accessLogFormat: "Properties.AccessLogSettings.Format",
  methodSettings: "Properties.RouteSettings",
  throttlingRateLimit: "Properties.DefaultRouteSettings.ThrottlingRateLimit",
  throttlingBurstLimit: "Properties.DefaultRouteSettings.ThrottlingBurstLimit",
  dataTraceEnabled: "Properties.DefaultRouteSettings.DataTraceEnabled",
  tracingEnabled: null,
} as const;

/** What rules ask of an OpenAPI definition beside its routes. */
export const definitionIn = (steps: string) => ({
  definition: steps,
  definitionPaths: `${steps}.paths`,
  definitionPolicy: `${steps}.x-amazon-apigateway-policy`,
  definitionEndpoint: `${steps}.x-amazon-apigateway-endpoint-configuration`,
});

export const API: Readonly<Record<string, Binding>> = {
  "AWS::ApiGateway::RestApi": bind("api", {
    apiName: "Properties.Name",
    protocol: null,
    endpointTypes: "Properties.EndpointConfiguration.Types",
    ...definitionIn("Properties.Body"),
    definitionUri: null,
    defaultAuthorizer: null,
    authorizers: null,
    apiKeyRequired: null,
    resourcePolicy: "Properties.Policy",
    usagePlan: null,
  }),
  "AWS::ApiGatewayV2::Api": bind("api", {
    apiName: "Properties.Name",
    protocol: "Properties.ProtocolType",
    endpointTypes: null,
    ...definitionIn("Properties.Body"),
    definitionUri: null,
    defaultAuthorizer: null,
    authorizers: null,
    apiKeyRequired: null,
    resourcePolicy: null,
    usagePlan: null,
  }),
  "AWS::ApiGateway::Stage": bind("stage", REST_STAGE, { api: "Properties.RestApiId" }),
  "AWS::ApiGatewayV2::Stage": bind("stage", HTTP_STAGE, { api: "Properties.ApiId" }),
  "AWS::ApiGateway::Method": bind("route", {
    api: "Properties.RestApiId",
    path: null,
    method: "Properties.HttpMethod",
    authorization: "Properties.AuthorizationType",
    authorizer: "Properties.AuthorizerId",
    function: "Properties.Integration.Uri",
    integration: null,
    integrationType: "Properties.Integration.Type",
    resourcePolicy: null,
    integrationTimeout: "Properties.Integration.TimeoutInMillis",
    responseTransferMode: "Properties.Integration.ResponseTransferMode",
    passthroughBehavior: "Properties.Integration.PassthroughBehavior",
    requestModel: null,
    requestValidator: "Properties.RequestValidatorId",
    validateBody: null,
  }),
  "AWS::ApiGatewayV2::Route": bind("route", {
    api: "Properties.ApiId",
    path: "Properties.RouteKey",
    method: null,
    authorization: "Properties.AuthorizationType",
    authorizer: "Properties.AuthorizerId",
    function: null,
    integration: "Properties.Target",
    integrationType: null,
    resourcePolicy: null,
    integrationTimeout: null,
    responseTransferMode: null,
    passthroughBehavior: null,
    requestModel: null,
    requestValidator: null,
    validateBody: null,
  }),
  "AWS::ApiGatewayV2::Integration": bind("integration", {
    api: "Properties.ApiId",
    function: "Properties.IntegrationUri",
    timeout: "Properties.TimeoutInMillis",
    type: "Properties.IntegrationType",
  }),
  "AWS::ApiGateway::RequestValidator": bind("requestValidator", { api: "Properties.RestApiId" }),
  "AWS::ApiGateway::UsagePlan": bind("usagePlan", { stages: "Properties.ApiStages" }),
  "AWS::WAFv2::WebACLAssociation": bind("webAclAssociation", { resource: "Properties.ResourceArn", webAcl: "Properties.WebACLArn" }),
  "AWS::WAFv2::WebACL": bind("webAcl"),
  "AWS::AppSync::GraphQLApi": bind("graphqlApi", {
    fieldLogLevel: "Properties.LogConfig.FieldLogLevel",
    excludeVerboseContent: "Properties.LogConfig.ExcludeVerboseContent",
  }),
  "AWS::CloudFront::Distribution": bind("distribution", {
    webAcl: "Properties.DistributionConfig.WebACLId",
    origins: "Properties.DistributionConfig.Origins",
    logging: "Properties.DistributionConfig.Logging",
  }),
};
