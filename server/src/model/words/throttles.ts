import type { Graph } from "../graph.ts";
import type { Resource } from "../resource.ts";
import type { Subject } from "../subject.ts";
import type { Unknown } from "../value.ts";
import type { Answer } from "./open-entry.ts";
import { isThrottled, stagesOf } from "./stages.ts";

/**
 * Whether something between the internet and an API limits how fast it is called: a throttle of a stage, a usage plan, a web ACL on it or on the
 * distribution in front. A nested stack that is given the API may do so too.
 */
export function isApiLimited(graph: Graph, api: Resource<"api">): Answer {
  const plan = api.has("usagePlan");
  if (!plan.known) return plan;
  const stages = stagesOf(graph, api);
  for (const stage of stages) {
    const throttled = isThrottled(stage);
    if (throttled !== false) return throttled;
  }
  return plan.value || [api, ...stages].some((each) => isGuarded(graph, each));
}

/** Whether a usage plan, a web ACL, a protected distribution or a nested stack has to do with something. */
export function isGuarded(graph: Graph, what: Subject): boolean {
  return graph.mentioning(what).some((other) => {
    if (other.is("usagePlan", "webAclAssociation", "nestedStack")) return true;
    if (!other.is("distribution")) return false;
    const acl = other.has("webAcl");
    return !acl.known || acl.value;
  });
}

/** Functions that answer some routes and may run as often as the account allows; unknown where one of them cannot be found. */
export function unlimitedFunctions(routes: readonly Resource<"route">[]): readonly Resource<"function">[] | Unknown {
  const functions = new Map<string, Resource<"function">>();
  let lost: Unknown | undefined;
  for (const route of routes) {
    const fn = functionOf(route);
    if (!fn) continue;
    if ("known" in fn) lost ??= fn;
    else functions.set(fn.id, fn);
  }
  const unlimited: Resource<"function">[] = [];
  for (const fn of functions.values()) {
    const reserved = fn.has("reservedConcurrency");
    if (!reserved.known) return reserved;
    if (!reserved.value) unlimited.push(fn);
  }
  return unlimited.length === 0 && lost ? lost : unlimited;
}

/** The function that answers a route, itself or through its integration; undefined where something else answers. */
export function functionOf(route: Resource<"route">): Resource<"function"> | Unknown | undefined {
  const through = route.has("integration");
  if (!through.known) return through;
  const integration = through.value ? route.reference("integration") : undefined;
  if (integration && !integration.known) return integration;
  const fn = integration?.value?.is("integration") ? integration.value.reference("function") : route.reference("function");
  if (!fn.known) return fn;
  if (fn.value?.is("function")) return fn.value;
  if (!fn.value?.is("alias", "version")) return undefined;
  const behind = fn.value.reference("function");
  if (!behind.known) return behind;
  return behind.value?.is("function") ? behind.value : undefined;
}
