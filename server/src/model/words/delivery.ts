import type { Resource } from "../resource.ts";
import { partsOf, unknown, type Value } from "../value.ts";

/** Where a rule, schedule or subscriber delivers to. */
export interface Delivery {
  /**
   * `lambda`, `states`, `ecs`, `sqs`, `sns`, `logs`, `kinesis` and other services by the prefix of their ARNs; `bus` for an event bus, `http` for an API
   * destination, `sdk` for an AWS API that a schedule calls.
   */
  readonly service: string;
  /** The resource, where this template declares it. */
  readonly resource: Resource | undefined;
}

/** Kinds of resources that rules and schedules deliver to, and the service of each. */
const BY_KIND: Readonly<Record<string, string>> = {
  function: "lambda",
  alias: "lambda",
  version: "lambda",
  stateMachine: "states",
  containerCluster: "ecs",
  queue: "sqs",
  topic: "sns",
  logGroup: "logs",
  stream: "kinesis",
  deliveryStream: "firehose",
  eventBus: "bus",
  apiDestination: "http",
  api: "execute-api",
};

/** What stands at the other end of a target, schedule or subscriber; unknown where neither a resource of this template nor an ARN says so. */
export function deliveryOf(of: Resource<"ruleTarget" | "schedule" | "subscriber">): Value<Delivery> {
  const target = of.reference("target");
  if (target.known && target.value) {
    const service = BY_KIND[target.value.kind];
    return service === undefined ? unknown("what it delivers to is not known", target.place) : { ...target, value: { service, resource: target.value } };
  }
  const arn = of.term("targetArn");
  if (!arn.known) return arn;
  const text =
    arn.value === undefined || arn.value === null
      ? ""
      : partsOf(arn.value)
          .map((part) => (typeof part === "string" ? part : "…"))
          .join("");
  const service = serviceIn(text);
  return service === undefined ? unknown("what it delivers to is known at deployment only", arn.place) : { ...arn, value: { service, resource: undefined } };
}

function serviceIn(arn: string): string | undefined {
  const [, , service, , account, resource] = arn.split(":");
  if (service === undefined || resource === undefined || !/^[a-z0-9-]+$/.test(service)) return undefined;
  if (service === "scheduler") return "sdk";
  if (service === "events") return resource.startsWith("api-destination") ? "http" : "bus";
  return account === undefined ? undefined : service;
}
