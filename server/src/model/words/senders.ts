import type { Graph } from "../graph.ts";
import type { KindName } from "../kinds/index.ts";
import type { Resource } from "../resource.ts";
import { spelled, type Value } from "../value.ts";

/** The resources of a kind that call a function, or send to a queue or topic, as far as this template shows. Each once. */
export function sendersTo(graph: Graph, target: Resource, kind: KindName): readonly Resource[] {
  const found = SENDERS[kind]?.(graph, target) ?? [];
  const resources = found.flatMap((value) => (value.known && value.value?.is(kind) && !value.value.implied ? [value.value] : []));
  return [...new Map(resources.map((resource) => [resource.id, resource])).values()];
}

/** Whether a permission is for every API of an account: `arn:aws:execute-api:eu-west-1:123456789012:*`. */
export function isForEveryApi(permission: Resource<"permission">): boolean {
  const arn = permission.term("sourceArn");
  return arn.known && arn.value !== undefined && /^arn:.*:execute-api:.*:\*(?:\/\*)*$/.test(spelled(arn.value));
}

type Senders = (graph: Graph, target: Resource) => readonly Value<Resource | undefined>[];

const SENDERS: Readonly<Partial<Record<KindName, Senders>>> = {
  topic: (graph, target) => graph.referring(target, "subscription", "endpoint").map((subscription) => subscription.reference("topic")),
  rule: (graph, target) => graph.referring(target, "ruleTarget", "target").map((one) => one.reference("rule")),
  bucket: (graph, target) => graph.referring(target, "notification", "target").map((notification) => notification.reference("bucket")),
  userPool: (graph, target) => graph.referring(target, "trigger", "function").map((trigger) => trigger.reference("source")),
  api: (graph, target) => [
    ...graph.referring(target, "route", "function").map((route) => route.reference("api")),
    ...graph.referring(target, "integration", "function").map((integration) => integration.reference("api")),
  ],
};
