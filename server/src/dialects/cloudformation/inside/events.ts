import type { Part } from "../../../model/part.ts";
import { bindInside } from "../../bind.ts";
import { at, child, entries, items, literal, refTo } from "../../parts.ts";

const TARGET = bindInside("ruleTarget", {
  rule: null,
  target: "Arn",
  targetArn: "Arn",
  deadLetterTarget: "DeadLetterConfig.Arn",
  maximumRetryAttempts: "RetryPolicy.MaximumRetryAttempts",
  maximumEventAge: "RetryPolicy.MaximumEventAgeInSeconds",
  role: "RoleArn",
});
const SUBSCRIPTION = bindInside("subscription", { topic: null, deadLetterTarget: null });
const TRIGGER = bindInside("trigger", { source: null, function: "", service: null });

function targets(owner: Part): readonly Part[] {
  return items(at(owner.body, "Properties", "Targets")).map((target, index) =>
    child(owner, `Targets/${index}`, TARGET, target, { rule: refTo(owner.id, owner.path) }),
  );
}

function subscriptions(owner: Part): readonly Part[] {
  return items(at(owner.body, "Properties", "Subscription")).map((subscription, index) =>
    child(owner, `Subscription/${index}`, SUBSCRIPTION, subscription, { topic: refTo(owner.id, owner.path) }),
  );
}

/** The three lists of a bucket's notifications, and the property of each that names the target. */
const NOTIFICATIONS = { LambdaConfigurations: "Function", QueueConfigurations: "Queue", TopicConfigurations: "Topic" } as const;

function notifications(owner: Part): readonly Part[] {
  return Object.entries(NOTIFICATIONS).flatMap(([list, target]) => {
    const binding = bindInside("notification", { bucket: null, target, events: "Event" });
    return items(at(owner.body, "Properties", "NotificationConfiguration", list)).map((one, index) =>
      child(owner, `${list}/${index}`, binding, one, { bucket: refTo(owner.id, owner.path) }),
    );
  });
}

/** A resource that calls a function named somewhere in it, for a service that is not modelled further. */
const calls =
  (service: string, ...steps: readonly string[]) =>
  (owner: Part): readonly Part[] =>
    items(at(owner.body, "Properties", ...steps)).map((called, index) =>
      child(owner, `${steps.at(-1)}/${index}`, TRIGGER, called, { service: literal(service, owner.path), source: refTo(owner.id, owner.path) }),
    );

function userPoolTriggers(owner: Part): readonly Part[] {
  return entries(at(owner.body, "Properties", "LambdaConfig")).map((called) =>
    child(owner, `LambdaConfig/${called.key}`, TRIGGER, called, { service: literal("cognito", owner.path), source: refTo(owner.id, owner.path) }),
  );
}

/** A resource with a list of items, each of which may call a function that it names at some steps. */
const callsEach =
  (service: string, list: readonly string[], steps: readonly string[]) =>
  (owner: Part): readonly Part[] =>
    items(at(owner.body, "Properties", ...list)).flatMap((item, index) =>
      at(item.expression, ...steps).map((called) =>
        child(
          owner,
          `${list.at(-1)}/${index}`,
          TRIGGER,
          { ...called, guards: [...item.guards, ...called.guards] },
          { service: literal(service, owner.path), source: refTo(owner.id, owner.path) },
        ),
      ),
    );

export const EVENTS: Readonly<Record<string, (owner: Part) => readonly Part[]>> = {
  "AWS::Events::Rule": targets,
  "AWS::SNS::Topic": subscriptions,
  "AWS::S3::Bucket": notifications,
  "AWS::Logs::SubscriptionFilter": calls("logs", "DestinationArn"),
  "AWS::Cognito::UserPool": userPoolTriggers,
  "AWS::IoT::TopicRule": callsEach("iot", ["TopicRulePayload", "Actions"], ["Lambda", "FunctionArn"]),
  "AWS::ElasticLoadBalancingV2::TargetGroup": callsEach("loadbalancer", ["Targets"], ["Id"]),
  "AWS::AppSync::DataSource": calls("appsync", "LambdaConfig", "LambdaFunctionArn"),
};
