import { ACCESS_LOG_FORMATS } from "../../knowledge/apigateway.ts";
import { arnOf, type Fix, type NewResource } from "../../model/edit.ts";
import type { Graph } from "../../model/graph.ts";
import type { Profile } from "../../model/profile.ts";
import type { Resource } from "../../model/resource.ts";
import type { Known, Unknown } from "../../model/value.ts";
import { advisedFormat, completed, explains } from "../../model/words/access-logs.ts";
import { isReachable } from "../../model/words/open-entry.ts";
import { apiOf, isDevelopment, stagesOf } from "../../model/words/stages.ts";
import { defineRule, type Finding } from "../define.ts";

export default defineRule({
  id: "access-log-missing",
  summary: "API keeps no record of the requests that it turns away",
  pillars: ["operational-excellence", "security"],
  tradeoffs: {
    "cost-optimization": "Each request writes a line that is paid for.",
    security: "Addresses of callers are personal data: keep them only as long as needed.",
  },
  practices: ["REL06-BP01@2024-06-27", "REL06-BP05@2024-06-27", "SEC04-BP01@2024-06-27"],
  lens: ["OPS 1"],
  default: "on",
  severity: "hint",
  confidence: "high",
  why: `A request that the gateway itself rejects (no valid token, throttled, refused by validation) never reaches a function, so no function logs it.
Without an access log nobody can tell an attack, a broken client and an outage of the integration apart. One line of JSON a request is enough if it has the
request's id, its route, its status and why it failed. REST and WebSocket APIs also need a role for logging, set once for the account and Region.`,
  ask: "Who looks at rejected requests, and for how long may callers' addresses be kept?",
  references: [
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html",
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html",
    "https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html",
  ],
  on: ["stage", "graphqlApi"],
  *check(subject, { graph, profile }) {
    const found = subject.is("stage") ? ofStage(graph, subject, profile) : subject.is("graphqlApi") ? ofGraphql(subject) : undefined;
    if (!found || "known" in found) return found;
    yield found;
  },
  examples: [
    {
      dialect: "sam",
      bad: `Transform: AWS::Serverless-2016-10-31
Resources:
  ⟦Shop⟧:
    Type: AWS::Serverless::HttpApi
`,
      good: `Transform: AWS::Serverless-2016-10-31
Resources:
  Shop:
    Type: AWS::Serverless::HttpApi
    Properties:
      AccessLogSettings:
        DestinationArn: !GetAtt ShopAccessLog.Arn
        Format: '${JSON.stringify(ACCESS_LOG_FORMATS.http)}'
  ShopAccessLog:
    Type: AWS::Logs::LogGroup
    Properties:
      RetentionInDays: 30
`,
    },
    {
      dialect: "cloudformation",
      bad: `Resources:
  Shop:
    Type: AWS::ApiGateway::RestApi
  Live:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: !Ref Shop
      StageName: live
      AccessLogSetting:
        DestinationArn: !GetAtt Log.Arn
        Format: ⟦'{"id":"$context.requestId","status":"$context.status"}'⟧
  Log:
    Type: AWS::Logs::LogGroup
`,
      good: `Resources:
  Shop:
    Type: AWS::ApiGateway::RestApi
  Live:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: !Ref Shop
      StageName: live
      AccessLogSetting:
        DestinationArn: !GetAtt Log.Arn
        Format: '{"id":"$context.requestId","status":"$context.status","errorMessage":"$context.error.message","integrationError":"$context.integration.error"}'
  Log:
    Type: AWS::Logs::LogGroup
`,
    },
  ],
});

type Found = Finding | Unknown | undefined;

function ofStage(graph: Graph, stage: Resource<"stage">, profile: Profile): Found {
  if (isDevelopment(stage, profile)) return undefined;
  const api = apiOf(stage);
  if (!api || "known" in api) return api;
  if (!stagesOf(graph, api).some(({ id }) => id === stage.id)) return undefined;
  const reachable = isReachable(api);
  if (reachable === false) return undefined;
  const log = stage.has("accessLog");
  if (!log.known) return log;
  if (!log.value) return missing(stage, api, profile);
  const format = stage.text("accessLogFormat");
  return format.known ? lacking(stage, api, { ...format, value: format.value ?? "" }) : format;
}

function missing(stage: Resource<"stage">, api: Resource<"api">, profile: Profile): Finding {
  return {
    at: stage,
    aspect: "accessLog",
    text: "No access log: nobody sees the requests that {api} turns away.",
    values: { api },
    fixes: fixesOf(stage, api, profile),
  };
}

function fixesOf(stage: Resource<"stage">, api: Resource<"api">, profile: Profile): readonly Fix[] {
  const protocol = api.text("protocol");
  if (!protocol.known || protocol.value === undefined) return [];
  const group: NewResource = { add: "logGroup", id: `${api.id}AccessLog`, beside: stage, properties: { retentionInDays: profile.logRetentionInDays } };
  const to = { DestinationArn: arnOf(group), Format: JSON.stringify(advisedFormat(protocol.value)) };
  const role = protocol.value === "HTTP" ? "" : "; the account needs a role for it";
  return [
    {
      title: `Log the requests to {api} to a new log group (adds 1 resource${role})`,
      safety: "review",
      edits: [stage.implied ? { setForAll: stage, property: "accessLog", to } : { set: stage, property: "accessLog", to }, group],
    },
  ];
}

/** A log that is there but leaves out what explains a failed request. */
function lacking(stage: Resource<"stage">, api: Resource<"api">, format: Known<string>): Finding | undefined {
  const { id, reason } = explains(format.value);
  if (format.value === "" || (id && reason)) return undefined;
  const lacks = [...(id ? [] : ["the request's id"]), ...(reason ? [] : ["the reason of an error"])].join(" and ");
  const protocol = api.text("protocol");
  const better = protocol.known && protocol.value !== undefined ? completed(format.value, protocol.value) : undefined;
  return {
    at: format,
    aspect: "accessLogFormat",
    text: "{stage} logs its requests without {lacks}.",
    values: { stage, lacks },
    fixes: better === undefined ? [] : [{ title: "Add {lacks} to the access log of {stage}", safety: "review", edits: [{ replace: format, by: better }] }],
  };
}

function ofGraphql(api: Resource<"graphqlApi">): Found {
  const visibility = api.text("visibility");
  const log = api.has("logConfig");
  if (!visibility.known) return visibility;
  if (!log.known) return log;
  if (log.value || visibility.value === "PRIVATE") return undefined;
  return { at: api, aspect: "logConfig", text: "No log: nobody sees the requests that {api} turns away.", values: { api } };
}
