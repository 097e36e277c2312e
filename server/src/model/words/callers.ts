import { INTEGRATION_TIMEOUT } from "../../knowledge/apigateway.ts";
import { CALLER_TIMEOUT, IDLE_TIMEOUT } from "../../knowledge/callers.ts";
import type { Fact } from "../../knowledge/fact.ts";
import type { Graph } from "../graph.ts";
import type { Resource } from "../resource.ts";
import { Structure } from "../structure.ts";
import { type Unknown, unknown, type Value } from "../value.ts";
import { calledAs } from "./asynchronous.ts";
import { tasksCalling } from "./tasks.ts";
import { wholeTexts } from "./written.ts";

/** Something that calls a function and waits for its answer, but not for ever. */
export interface WaitingCaller {
  readonly by: Resource;
  /** What waits, for a message. */
  readonly name: string;
  /** How long it waits, in seconds. */
  readonly waits: number;
}

/** The callers of a function that wait for it, as far as this template shows; those of which the limit is unknown are given as such. */
export function waitingCallers(graph: Graph, fn: Resource<"function">): readonly (WaitingCaller | Unknown)[] {
  return calledAs(graph, fn).flatMap((called) => [
    ...routesTo(graph, called).flatMap(waitingRoute),
    ...graph.referring(called, "trigger", "function").flatMap((trigger) => waitingTrigger(graph, trigger)),
    ...tasksCalling(graph, called).map(({ machine, waits }) => ({ by: machine, name: machine.name, waits })),
  ]);
}

/** The routes that a function answers, itself or through an integration. */
export function routesTo(graph: Graph, called: Resource): readonly Resource<"route">[] {
  const integrations = graph.referring(called, "integration", "function");
  return [...graph.referring(called, "route", "function"), ...integrations.flatMap((integration) => graph.referring(integration, "route", "integration"))];
}

function waitingRoute(route: Resource<"route">): readonly (WaitingCaller | Unknown)[] {
  const api = route.reference("api");
  if (!api.known) return [api];
  if (!api.value?.is("api")) return [];
  const protocol = api.value.text("protocol");
  if (!protocol.known) return [protocol];
  if (isAsynchronous(route) || streams(route)) return [];
  const integration = route.reference("integration");
  const through = integration.known && integration.value?.is("integration") ? integration.value : undefined;
  if (through && isAsynchronous(through)) return [];
  const stated: Value<number | undefined> = through ? through.number("timeout") : route.number("integrationTimeout");
  if (!stated.known) return [stated];
  const standard = LIMITS.get(protocol.value ?? "")?.value;
  if (standard === undefined) return [];
  return [{ by: route, name: api.value.name, waits: (stated.value ?? standard) / 1000 }];
}

const LIMITS: ReadonlyMap<string, Fact<number>> = new Map<string, Fact<number>>([
  ["REST", INTEGRATION_TIMEOUT.rest],
  ["HTTP", INTEGRATION_TIMEOUT.http],
  ["WEBSOCKET", INTEGRATION_TIMEOUT.websocket],
]);

/** The answer is not waited for: the integration says so in a header. */
function isAsynchronous(integration: Resource): boolean {
  return mentionsText(integration, (keys, text) => keys.some((key) => key.endsWith("X-Amz-Invocation-Type")) && text.includes("Event"));
}

/** The answer is passed on piece by piece, for as long as the function runs. */
function streams(route: Resource<"route">): boolean {
  const mode = route.text("responseTransferMode");
  return !mode.known || mode.value === "STREAM" || mentionsText(route, (_keys, text) => text.includes("response-streaming-invocations"));
}

function mentionsText(resource: Resource, matches: (keys: readonly string[], text: string) => boolean): boolean {
  return [...wholeTexts(resource)].some(({ keys, text }) => matches(keys, text));
}

/** Services that wait for a function which they name. Custom senders of Cognito are not waited for, and stand deeper. */
const SERVICES: ReadonlyMap<string, Fact<number>> = new Map<string, Fact<number>>([
  ["cognito", CALLER_TIMEOUT.cognitoTrigger],
  ["appsync", CALLER_TIMEOUT.appsync],
]);

function waitingTrigger(graph: Graph, trigger: Resource<"trigger">): readonly (WaitingCaller | Unknown)[] {
  const service = trigger.text("service");
  if (!service.known) return [service];
  if (service.value === "loadbalancer") return [waitingBalancer(graph, trigger)];
  const limit = SERVICES.get(service.value ?? "");
  return limit ? [{ by: trigger, name: service.value === "cognito" ? "Cognito" : "AppSync", waits: limit.value }] : [];
}

/** The load balancer in front of a target group, where the template has only one. */
function waitingBalancer(graph: Graph, trigger: Resource<"trigger">): WaitingCaller | Unknown {
  const [balancer, ...others] = graph.all("loadBalancer");
  if (!balancer || others.length > 0) return unknown("which load balancer calls it does not show in this template", trigger.place);
  const attributes = balancer.list("attributes");
  if (!attributes.known) return attributes;
  for (const item of attributes.value ?? []) {
    if (!item.known) return item;
    if (!(item.value instanceof Structure)) continue;
    const key = item.value.text("Key");
    if (!key.known) return key;
    const value = item.value.number("Value");
    if (key.value === IDLE_TIMEOUT.value)
      return value.known && value.value !== undefined
        ? { by: trigger, name: balancer.name, waits: value.value }
        : value.known
          ? unknown("no idle timeout")
          : value;
  }
  return { by: trigger, name: balancer.name, waits: CALLER_TIMEOUT.loadBalancer.value };
}
