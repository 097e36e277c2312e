import { below, type Place } from "../../base/place.ts";
import { MODEL_FOR_ALL_CONTENT_TYPES } from "../../knowledge/apigateway.ts";
import { type Fix, idOf } from "../../model/edit.ts";
import type { Graph } from "../../model/graph.ts";
import type { Resource } from "../../model/resource.ts";
import type { Structure } from "../../model/structure.ts";
import { type Known, type Unknown, unknown, type Value } from "../../model/value.ts";
import { takesBody } from "../../model/words/methods.ts";
import { defineRule, type Finding } from "../define.ts";

export default defineRule({
  id: "validator-without-model",
  summary: "Request validation is half set up and validates nothing",
  pillars: ["security", "cost-optimization"],
  tradeoffs: { "operational-excellence": "The form of a request is kept in two places, template and code." },
  practices: ["SEC11-BP02@latest"],
  lens: ["SEC 3"],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: `A REST API can turn malformed bodies away before any function runs and is paid for. That takes two parts: a model that says what a body looks like, and a
validator that is told to check bodies. One without the other looks like validation and lets everything through.`,
  references: ["https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html"],
  on: "route",
  *check(route, { graph }) {
    const found = route.owner === undefined ? ofMethod(graph, route) : ofEvent(route);
    if (!found || "known" in found) return found;
    yield found;
  },
  examples: [
    {
      dialect: "sam",
      bad: `Transform: AWS::Serverless-2016-10-31
Resources:
  Shop:
    Type: AWS::Serverless::Api
    Properties:
      StageName: live
      Models:
        Order: { type: object, required: [item] }
  CreateOrder:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Create:
          Type: Api
          Properties:
            RestApiId: !Ref Shop
            Method: POST
            Path: /orders
            RequestModel:
              Model: ⟦Order⟧
`,
      good: `Transform: AWS::Serverless-2016-10-31
Resources:
  Shop:
    Type: AWS::Serverless::Api
    Properties:
      StageName: live
      Models:
        Order: { type: object, required: [item] }
  CreateOrder:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Create:
          Type: Api
          Properties:
            RestApiId: !Ref Shop
            Method: POST
            Path: /orders
            RequestModel:
              Model: Order
              ValidateBody: true
`,
    },
    {
      dialect: "cloudformation",
      bad: `Resources:
  CreateOrder:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Shop
      HttpMethod: POST
      AuthorizationType: AWS_IAM
      RequestModels: ⟦{ $default: !Ref Order }⟧
  Bodies:
    Type: AWS::ApiGateway::RequestValidator
    Properties: { RestApiId: !Ref Shop, ValidateRequestBody: true }
  Order:
    Type: AWS::ApiGateway::Model
    Properties: { RestApiId: !Ref Shop, ContentType: application/json }
  Shop:
    Type: AWS::ApiGateway::RestApi
`,
      good: `Resources:
  CreateOrder:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Shop
      HttpMethod: POST
      AuthorizationType: AWS_IAM
      RequestModels: { $default: !Ref Order }
      RequestValidatorId: !Ref Bodies
  Bodies:
    Type: AWS::ApiGateway::RequestValidator
    Properties: { RestApiId: !Ref Shop, ValidateRequestBody: true }
  Order:
    Type: AWS::ApiGateway::Model
    Properties: { RestApiId: !Ref Shop, ContentType: application/json }
  Shop:
    Type: AWS::ApiGateway::RestApi
`,
    },
    {
      dialect: "cloudformation",
      bad: `Resources:
  CreateOrder:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Shop
      HttpMethod: POST
      AuthorizationType: AWS_IAM
      RequestValidatorId: !Ref Bodies
      RequestModels:
        ⟦application/json⟧: !Ref Order
  Bodies:
    Type: AWS::ApiGateway::RequestValidator
    Properties: { RestApiId: !Ref Shop, ValidateRequestBody: true }
  Order:
    Type: AWS::ApiGateway::Model
    Properties: { RestApiId: !Ref Shop, ContentType: application/json }
  Shop:
    Type: AWS::ApiGateway::RestApi
`,
      good: `Resources:
  CreateOrder:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Shop
      HttpMethod: POST
      AuthorizationType: AWS_IAM
      RequestValidatorId: !Ref Bodies
      RequestModels:
        $default: !Ref Order
  Bodies:
    Type: AWS::ApiGateway::RequestValidator
    Properties: { RestApiId: !Ref Shop, ValidateRequestBody: true }
  Order:
    Type: AWS::ApiGateway::Model
    Properties: { RestApiId: !Ref Shop, ContentType: application/json }
  Shop:
    Type: AWS::ApiGateway::RestApi
`,
    },
  ],
});

type Found = Finding | Unknown | undefined;

/** An event of a function names its model and says beside it whether bodies are checked. */
function ofEvent(route: Resource<"route">): Found {
  const model = route.structure("requestModel");
  const validates = route.flag("validateBody");
  if (!model.known) return model;
  if (!validates.known) return validates;
  const name = model.value?.text("Model");
  if (model.value === undefined || name === undefined || validates.value === true) return undefined;
  return {
    at: validates.value === false ? validates : name.known && name.value !== undefined ? name : model,
    aspect: "validateBody",
    text: "{route} names the model {model}, but does not check bodies against it.",
    values: { route, model: (name.known && name.value) || "of its body" },
    fixes: [{ title: "Check the bodies of {route} (ValidateBody: true)", safety: "review", edits: [{ set: route, property: "validateBody", to: true }] }],
  };
}

function ofMethod(graph: Graph, route: Resource<"route">): Found {
  const api = route.reference("api");
  if (!api.known) return api;
  const protocol = api.value?.is("api") ? api.value.text("protocol") : undefined;
  // A WebSocket API checks messages against its models by itself; an HTTP API has none.
  if (protocol?.known === false) return protocol;
  if (protocol?.value !== "REST") return undefined;
  const validator = route.has("requestValidator");
  const models = route.structure("requestModels");
  if (!validator.known) return validator;
  if (!models.known) return models;
  const described = modelsIn(models.value)?.length;
  if (described === undefined) return unknown("which models the method has is known at deployment only", models.place);
  if (!validator.value) return described > 0 ? unchecked(graph, route, models) : undefined;
  const checks = route.reference("requestValidator");
  if (!checks.known) return checks;
  if (!checks.value?.is("requestValidator")) return undefined;
  const body = checks.value.flag("validateRequestBody");
  const parameters = checks.value.flag("validateRequestParameters");
  if (!body.known) return body;
  if (!parameters.known) return parameters;
  if (described > 0 && !body.value && !parameters.value) return idle(route, checks.value, checks);
  if (described > 0 && body.value && models.value) return gap(route, checks.value, models.value);
  return described === 0 && models.value === undefined && body.value && takesBody(route) ? baseless(route, checks.value, checks) : undefined;
}

/** The content types whose model says something about a body: the built-in model Empty does not. Undefined where that is not known. */
function modelsIn(models: Structure | undefined): readonly string[] | undefined {
  if (!models) return [];
  if (models.open !== undefined) return undefined;
  return models.keys.filter((key) => {
    const name = models.text(key);
    return !name.known || name.value !== "Empty";
  });
}

function unchecked(graph: Graph, route: Resource<"route">, at: Value<unknown> & Known<unknown>): Finding {
  const api = route.reference("api");
  const own = api.known && api.value ? graph.referring(api.value, "requestValidator", "api") : [];
  const checking = own.filter((validator) => isTrue(validator.flag("validateRequestBody")));
  const [only] = checking.length === 1 ? checking : [];
  const fixes: readonly Fix[] = only
    ? [{ title: "Check the bodies of {route} with {only}", safety: "review", edits: [{ set: route, property: "requestValidator", to: idOf(only) }] }]
    : [];
  return {
    at,
    aspect: "requestValidator",
    text: "{route} has a model for its body, but no validator that checks it.",
    values: { route, ...(only ? { only } : {}) },
    fixes,
  };
}

const isTrue = (value: Value<boolean>): boolean => value.known && value.value;

function idle(route: Resource<"route">, validator: Resource<"requestValidator">, at: Known<unknown>): Finding {
  return {
    at,
    text: "{route} has a model for its body, but {validator} checks nothing.",
    values: { route, validator },
    fixes: [
      {
        title: "Let {validator} check bodies (ValidateRequestBody: true)",
        safety: "review",
        edits: [{ set: validator, property: "validateRequestBody", to: true }],
      },
    ],
  };
}

function baseless(route: Resource<"route">, validator: Resource<"requestValidator">, at: Known<unknown>): Finding {
  return { at, text: "{validator} is to check the bodies of {route}, which has no model to check them against.", values: { route, validator } };
}

/** A body is checked only if it says that it is of a content type that has a model; the caller says what it is. */
function gap(route: Resource<"route">, validator: Resource<"requestValidator">, models: Structure): Finding | Unknown | undefined {
  const [type, ...others] = modelsIn(models) ?? [];
  const toAll = MODEL_FOR_ALL_CONTENT_TYPES.value;
  if (type === undefined || models.keys.includes(toAll)) return undefined;
  const refused = refusesOthers(route);
  if (refused !== false) return refused === true ? undefined : refused;
  const key: Place = { ...models.place, path: below(models.place.path, type), part: "key" };
  return {
    at: key,
    aspect: "requestModels",
    text: "{validator} checks bodies of {route} as {type} only: other content types pass.",
    values: { validator, route, type: [type, ...others].join(" and "), all: toAll },
    severity: "information",
    fixes:
      others.length > 0
        ? []
        : [{ title: "Check bodies of {route} whatever their content type ({all})", safety: "review", edits: [{ rename: key, to: toAll }] }],
  };
}

/** Whether the integration turns away content types that it has no mapping template for; a proxy takes everything. */
function refusesOthers(route: Resource<"route">): boolean | Unknown {
  const type = route.text("integrationType");
  const passes = route.text("passthroughBehavior");
  if (!type.known) return type;
  if (!passes.known) return passes;
  return type.value?.endsWith("_PROXY") !== true && passes.value !== undefined && passes.value !== "WHEN_NO_MATCH";
}
