import { below, type Place } from "../../base/place.ts";
import { ACCOUNT_THROTTLE, THROTTLE_ADVISED } from "../../knowledge/apigateway.ts";
import { URL_REQUESTS_PER_RESERVED_UNIT } from "../../knowledge/lambda.ts";
import type { Edit, Fix } from "../../model/edit.ts";
import type { Graph } from "../../model/graph.ts";
import type { Resource } from "../../model/resource.ts";
import type { Unknown } from "../../model/value.ts";
import { onlyReads } from "../../model/words/methods.ts";
import { isOpenGraphqlApi, isOpenUrl, openRoutes } from "../../model/words/open-entry.ts";
import { methodSettings, stagesOf } from "../../model/words/stages.ts";
import { isApiLimited, isGuarded, unlimitedFunctions } from "../../model/words/throttles.ts";
import { defineRule, type Finding } from "../define.ts";

const { rate, burst } = THROTTLE_ADVISED;

export default defineRule({
  id: "public-endpoint-unthrottled",
  summary: "Anyone may call an endpoint as fast as the whole account allows",
  pillars: ["cost-optimization", "reliability", "security"],
  tradeoffs: {
    reliability: "A real peak above the limit is turned away.",
    "performance-efficiency": "Callers above the limit have to wait and try again.",
  },
  practices: ["REL05-BP02@2024-06-27", "COST02-BP05@2024-06-27"],
  lens: ["REL 1"],
  default: "on",
  severity: "information",
  confidence: "high",
  why: `Paying by the request means that whoever sends requests decides what is paid: an attack on availability becomes one on the bill. An endpoint
without a limit of its own is held back only by the quota that all APIs of the account share in a Region (${ACCOUNT_THROTTLE.rate.value.toLocaleString("en-US")} requests a second, ${ACCOUNT_THROTTLE.rateInNewerRegions.value.toLocaleString("en-US")} in newer
Regions), so one open route can also starve every other API. A budget tells you afterwards and limits nothing; a check in the code still pays for the call.`,
  ask: "How many requests a second do your busiest callers really need?",
  whoseJob: "AWS absorbs floods of packets; how many well-formed requests you want to pay for is yours to say.",
  references: [
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html",
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html",
  ],
  on: ["api", "functionUrl", "graphqlApi"],
  *check(subject, { graph }) {
    const found = subject.is("api")
      ? ofApi(graph, subject)
      : subject.is("functionUrl")
        ? ofUrl(graph, subject)
        : subject.is("graphqlApi")
          ? ofGraphql(graph, subject)
          : undefined;
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
  CreateOrder:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: nodejs24.x
      Events:
        Create:
          Type: HttpApi
          Properties: { ApiId: !Ref Shop, Method: POST, Path: /orders }
`,
      good: `Transform: AWS::Serverless-2016-10-31
Resources:
  Shop:
    Type: AWS::Serverless::HttpApi
    Properties:
      DefaultRouteSettings:
        ThrottlingRateLimit: 50
        ThrottlingBurstLimit: 100
  CreateOrder:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: nodejs24.x
      Events:
        Create:
          Type: HttpApi
          Properties: { ApiId: !Ref Shop, Method: POST, Path: /orders }
`,
    },
    {
      dialect: "sam",
      bad: `Transform: AWS::Serverless-2016-10-31
Resources:
  ⟦Shop⟧:
    Type: AWS::Serverless::Api
    Properties:
      StageName: live
  CreateOrder:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Create:
          Type: Api
          Properties: { RestApiId: !Ref Shop, Method: POST, Path: /orders }
`,
      good: `Transform: AWS::Serverless-2016-10-31
Resources:
  Shop:
    Type: AWS::Serverless::Api
    Properties:
      StageName: live
      MethodSettings:
        - HttpMethod: "*"
          ResourcePath: /*
          ThrottlingRateLimit: 50
          ThrottlingBurstLimit: 100
  CreateOrder:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Create:
          Type: Api
          Properties: { RestApiId: !Ref Shop, Method: POST, Path: /orders }
`,
    },
    {
      dialect: "sam",
      bad: `Transform: AWS::Serverless-2016-10-31
Resources:
  ⟦Shop⟧:
    Type: AWS::Serverless::HttpApi
    Properties:
      DefinitionBody:
        openapi: 3.0.1
        paths:
          /orders:
            post:
              x-amazon-apigateway-integration:
                type: aws_proxy
                uri: !GetAtt CreateOrder.Arn
  CreateOrder:
    Type: AWS::Serverless::Function
`,
      good: `Transform: AWS::Serverless-2016-10-31
Resources:
  Shop:
    Type: AWS::Serverless::HttpApi
    Properties:
      DefinitionBody:
        openapi: 3.0.1
        paths:
          /orders:
            post:
              x-amazon-apigateway-integration:
                type: aws_proxy
                uri: !GetAtt CreateOrder.Arn
      DefaultRouteSettings:
        ThrottlingRateLimit: 50
        ThrottlingBurstLimit: 100
  CreateOrder:
    Type: AWS::Serverless::Function
`,
    },
    {
      dialect: "cloudformation",
      bad: `Resources:
  Webhook:
    Type: AWS::Lambda::Function
    Properties:
      Handler: app.handler
  ⟦WebhookUrl⟧:
    Type: AWS::Lambda::Url
    Properties:
      AuthType: NONE
      TargetFunctionArn: !GetAtt Webhook.Arn
  WebhookIsPublic:
    Type: AWS::Lambda::Permission
    Properties:
      Action: lambda:InvokeFunctionUrl
      FunctionName: !Ref Webhook
      FunctionUrlAuthType: NONE
      Principal: "*"
`,
      good: `Resources:
  Webhook:
    Type: AWS::Lambda::Function
    Properties:
      Handler: app.handler
      ReservedConcurrentExecutions: 5
  WebhookUrl:
    Type: AWS::Lambda::Url
    Properties:
      AuthType: NONE
      TargetFunctionArn: !GetAtt Webhook.Arn
  WebhookIsPublic:
    Type: AWS::Lambda::Permission
    Properties:
      Action: lambda:InvokeFunctionUrl
      FunctionName: !Ref Webhook
      FunctionUrlAuthType: NONE
      Principal: "*"
`,
    },
  ],
});

type Found = Finding | Unknown | undefined;

const LIMIT = `${ACCOUNT_THROTTLE.rate.value.toLocaleString("en-US")} requests/s`;

function ofApi(graph: Graph, api: Resource<"api">): Found {
  const routes = openRoutes(graph, api);
  if ("known" in routes) return routes;
  if (routes.length === 0 || isDemo(graph, routes)) return undefined;
  const functions = unlimitedFunctions(routes);
  if ("known" in functions) return functions;
  if (functions.length === 0) return undefined;
  const limited = isApiLimited(graph, api);
  if (limited !== false) return limited === true ? undefined : limited;
  const [stage, ...others] = stagesOf(graph, api);
  return {
    at: api,
    aspect: "throttle",
    text: `${lacking(graph)}: anyone may call {api} as fast as the account allows ({limit}).`,
    values: { api, limit: LIMIT },
    fixes: stage && others.length === 0 ? fixOf(api, stage) : [],
  };
}

/** A budget limits nothing, but somebody would hear of it; it may stand in another template. */
const lacking = (graph: Graph): string => (graph.declares("budget") ? "No throttle" : "No throttle or budget here");

/** One function that only answers GET, with no right to anything: a page of a tutorial. */
function isDemo(graph: Graph, routes: readonly Resource<"route">[]): boolean {
  const [only, ...others] = graph.all("function");
  if (!only || others.length > 0) return false;
  const rights = (["statement", "policyTemplate", "policyAttachment"] as const).some((kind) => graph.children(only, kind).length > 0);
  const role = only.has("role");
  return !rights && role.known && !role.value && routes.every(onlyReads);
}

function fixOf(api: Resource<"api">, stage: Resource<"stage">): readonly Fix[] {
  const protocol = api.text("protocol");
  const edits = protocol.known && protocol.value === "REST" ? forMethods(stage) : forRoutes(stage);
  if (edits.length === 0) return [];
  const where = stage.implied ? "all APIs of this kind" : "{api}";
  return [{ title: `Limit ${where} to ${rate} requests/s and bursts of ${burst} (choose your own numbers)`, safety: "review", edits }];
}

function forRoutes(stage: Resource<"stage">): readonly Edit[] {
  const limits = { throttlingRateLimit: rate, throttlingBurstLimit: burst };
  return Object.entries(limits).map(([property, to]) => (stage.implied ? { setForAll: stage, property, to } : { set: stage, property, to }));
}

function forMethods(stage: Resource<"stage">): readonly Edit[] {
  const settings = methodSettings(stage);
  if ("known" in settings) return [];
  const limits = { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst };
  const all = settings.find((setting) => isAll(setting.text("HttpMethod")) && isAll(setting.text("ResourcePath")));
  if (all)
    return Object.entries(limits).map(([key, by]) => {
      const place: Place = { ...all.place, path: below(all.place.path, key) };
      return { replace: place, by };
    });
  const item = { HttpMethod: "*", ResourcePath: "/*", ...limits };
  return [stage.implied ? { setForAll: stage, property: "methodSettings", to: [item] } : { append: stage, property: "methodSettings", item }];
}

const isAll = (value: ReturnType<Resource<"api">["text"]>): boolean => value.known && (value.value === "*" || value.value === "/*");

function ofUrl(graph: Graph, url: Resource<"functionUrl">): Found {
  const open = isOpenUrl(graph, url);
  if (open !== true) return open === false ? undefined : open;
  const fn = url.reference("function");
  if (!fn.known) return fn;
  if (!fn.value?.is("function")) return undefined;
  const reserved = fn.value.has("reservedConcurrency");
  if (!reserved.known) return reserved;
  if (reserved.value || isGuarded(graph, url)) return undefined;
  const units = Math.ceil(rate / URL_REQUESTS_PER_RESERVED_UNIT.value);
  return {
    at: url,
    aspect: "throttle",
    text: `${lacking(graph)}: anyone may call the URL of {fn} as fast as the account allows.`,
    values: { fn: fn.value, units },
    fixes: [
      {
        title: `Reserve {units} executions for {fn}: at most ${units * URL_REQUESTS_PER_RESERVED_UNIT.value} requests/s (choose your own number)`,
        safety: "review",
        edits: [{ set: fn.value, property: "reservedConcurrency", to: units }],
      },
    ],
  };
}

function ofGraphql(graph: Graph, api: Resource<"graphqlApi">): Found {
  const open = isOpenGraphqlApi(api);
  if (open !== true) return open === false ? undefined : open;
  if (isGuarded(graph, api)) return undefined;
  return {
    at: api,
    aspect: "throttle",
    text: `${graph.declares("budget") ? "No web ACL" : "No web ACL or budget here"}: every client has the API key of {api} and may call it at will.`,
    values: { api },
  };
}
