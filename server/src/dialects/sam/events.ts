import type { Expression } from "../../model/expression.ts";
import { entry, literalText } from "../../model/expression.ts";
import type { Binding, Part } from "../../model/part.ts";
import { bindEvent, bindInside } from "../bind.ts";
import { at, type Branch, child, entries, literal, refTo } from "../parts.ts";

const POLLED = {
  service: null,
  selfManagedSource: null,
  function: null,
  maximumBatchingWindow: "Properties.MaximumBatchingWindowInSeconds",
  maximumRecordAge: "Properties.MaximumRecordAgeInSeconds",
  onFailure: "Properties.DestinationConfig.OnFailure",
  failureDestination: "Properties.DestinationConfig.OnFailure.Destination",
  maximumConcurrency: "Properties.ScalingConfig.MaximumConcurrency",
} as const;

/** Events that Lambda polls: type → service, and the property that names the source. */
const MAPPINGS: Readonly<Record<string, { readonly service: string; readonly source: string }>> = {
  SQS: { service: "sqs", source: "Properties.Queue" },
  Kinesis: { service: "kinesis", source: "Properties.Stream" },
  DynamoDB: { service: "dynamodb", source: "Properties.Stream" },
  MSK: { service: "kafka", source: "Properties.Stream" },
  SelfManagedKafka: { service: "kafka", source: "Properties.KafkaBootstrapServers" },
  MQ: { service: "mq", source: "Properties.Broker" },
  DocumentDB: { service: "documentdb", source: "Properties.Cluster" },
};

const ROUTE = {
  path: "Properties.Path",
  method: "Properties.Method",
  authorization: null,
  authorizer: "Properties.Auth.Authorizer",
  authorizationScopes: "Properties.Auth.AuthorizationScopes",
  resourcePolicy: "Properties.Auth.ResourcePolicy",
  function: null,
  integration: null,
  integrationType: null,
  integrationTimeout: "Properties.TimeoutInMillis",
  passthroughBehavior: null,
  requestModels: null,
  requestValidator: null,
  validateBody: "Properties.RequestModel.ValidateBody",
} as const;

const DELIVERY = {
  target: null,
  targetArn: null,
  deadLetterConfig: "Properties.DeadLetterConfig",
  deadLetterTarget: "Properties.DeadLetterConfig.Arn",
  maximumRetryAttempts: "Properties.RetryPolicy.MaximumRetryAttempts",
  maximumEventAge: "Properties.RetryPolicy.MaximumEventAgeInSeconds",
} as const;

const RULE = bindEvent("rule", { eventBus: "Properties.EventBusName", eventPattern: "Properties.Pattern" });
const RULE_TARGET = bindEvent("ruleTarget", DELIVERY, { rule: null, role: null });
const TRIGGER = bindEvent("trigger", { source: null, function: null, service: null });

/** Logical ids of the APIs that SAM makes for events that name none. */
export const IMPLICIT_API = { Api: "ServerlessRestApi", HttpApi: "ServerlessHttpApi" } as const;

/** The events of a function or state machine, each as what it stands for. */
export function eventsOf(owner: Part): readonly Part[] {
  return entries(at(owner.body, "Properties", "Events")).flatMap((event) => {
    const type = literalText(entry(event.expression, "Type"));
    return type === undefined ? [] : eventParts(owner, `Events/${event.key}`, type, event);
  });
}

function eventParts(owner: Part, name: string, type: string, event: Branch): readonly Part[] {
  const target = refTo(owner.id, owner.path);
  const mapping = MAPPINGS[type];
  const make = (binding: Binding, fixed: Readonly<Record<string, Expression>>): Part => child(owner, name, binding, event, fixed, type);
  if (mapping)
    return [
      make(bindEvent("eventSourceMapping", POLLED, { eventSource: mapping.source, eventSourceArn: mapping.source }), {
        function: target,
        service: literal(mapping.service, owner.path),
      }),
    ];
  switch (type) {
    case "Api":
      return [
        make(
          bindEvent("route", ROUTE, { api: "Properties.RestApiId", apiKeyRequired: "Properties.Auth.ApiKeyRequired" }),
          routeFixed("Api", "RestApiId", event, target),
        ),
      ];
    case "HttpApi":
      return [
        make(
          bindEvent("route", ROUTE, { api: "Properties.ApiId", apiKeyRequired: null, requestModel: null, validateBody: null }),
          routeFixed("HttpApi", "ApiId", event, target),
        ),
      ];
    case "S3":
      return [make(bindEvent("notification", { target: null, events: "Properties.Events" }), { target })];
    case "SNS":
      return [
        make(
          bindEvent("subscription", { endpoint: null, protocol: null, deadLetterTarget: "Properties.RedrivePolicy.deadLetterTargetArn" }),
          subscriptionFixed(owner, event, target),
        ),
      ];
    case "Schedule":
    case "EventBridgeRule":
    case "CloudWatchEvent":
      return ruleParts(owner, name, type, event, target);
    case "ScheduleV2":
      return [make(bindEvent("schedule", DELIVERY, { schedule: "Properties.ScheduleExpression", role: "Properties.RoleArn" }), { target })];
    default:
      return [make(TRIGGER, { function: target, service: literal(type.toLowerCase(), owner.path) })];
  }
}

function routeFixed(type: keyof typeof IMPLICIT_API, property: string, event: Branch, target: Expression): Readonly<Record<string, Expression>> {
  const named = entry(event.expression, "Properties", property);
  return {
    function: target,
    integrationType: literal("AWS_PROXY", event.expression.path),
    ...(named ? {} : { api: refTo(IMPLICIT_API[type], event.expression.path) }),
  };
}

function subscriptionFixed(owner: Part, event: Branch, target: Expression): Readonly<Record<string, Expression>> {
  const queued = entry(event.expression, "Properties", "SqsSubscription");
  const through = queued && !(queued.is === "literal" && queued.value === false);
  // With a queue in between, SAM makes queue and mapping; the function is then polled and not called by the topic.
  return through ? { protocol: literal("sqs", owner.path) } : { protocol: literal("lambda", owner.path), endpoint: target };
}

function ruleParts(owner: Part, name: string, type: string, event: Branch, target: Expression): readonly Part[] {
  const rule = child(owner, name, RULE, event, {}, type);
  return [rule, { ...child(owner, `${name}/Target`, RULE_TARGET, event, { rule: refTo(rule.id, rule.path), target }, type), owner: rule.id }];
}

const FUNCTION_URL = bindInside("functionUrl", { function: null });

export function functionUrlOf(owner: Part): readonly Part[] {
  return at(owner.body, "Properties", "FunctionUrlConfig").map((url) =>
    child(owner, "FunctionUrlConfig", FUNCTION_URL, url, { function: refTo(owner.id, owner.path) }),
  );
}
