import { actionRecordsTraces, policyRecordsTraces, TRACING_POLICY } from "../../knowledge/xray.ts";
import { type Edit, idOf, textOf } from "../edit.ts";
import type { Graph } from "../graph.ts";
import type { Resource } from "../resource.ts";
import { type Known, spelled, type Unknown, unknown } from "../value.ts";
import { routesTo } from "./callers.ts";
import { answersCustomResources, tracedByVendor } from "./functions.ts";
import { apiOf, stagesOf } from "./stages.ts";
import { writtenItems } from "./statements.ts";
import { functionOf } from "./throttles.ts";

/** Something that X-Ray can follow a request through. */
export type Hop = Resource<"function" | "stateMachine" | "stage">;

/** Whether X-Ray can follow a request through something: not through what only answers the stack, nor through an API that is no REST API. */
export function isHop(graph: Graph, hop: Hop): boolean {
  if (hop.is("function")) return !answersCustomResources(graph, hop);
  return !hop.is("stage") || isTraceable(graph, hop);
}

/** All hops of a template. */
export const hopsOf = (graph: Graph): readonly Hop[] => graph.all("function", "stateMachine", "stage").filter((hop) => isHop(graph, hop));

/** So many functions are looked at to tell whether one is the odd one out: our choice, the nearest ones in the template. */
const COMPARED = 20;

/** The functions beside a hop; behind a stage, those that its routes lead to. */
export function functionsBeside(graph: Graph, hop: Hop): readonly Resource<"function">[] {
  const found = hop.is("stage") ? functionsBehind(graph, hop) : graph.near(hop, "function", COMPARED);
  return found.filter((fn) => !answersCustomResources(graph, fn));
}

function functionsBehind(graph: Graph, stage: Resource<"stage">): readonly Resource<"function">[] {
  const api = apiOf(stage);
  if (!api || "known" in api) return [];
  const functions = graph
    .referring(api, "route", "api")
    .slice(0, COMPARED)
    .flatMap((route) => {
      const fn = functionOf(route);
      return fn && !("known" in fn) ? [fn] : [];
    });
  return [...new Map(functions.map((fn) => [fn.id, fn])).values()];
}

function isTraceable(graph: Graph, stage: Resource<"stage">): boolean {
  const api = apiOf(stage);
  if (!api || "known" in api) return false;
  const protocol = api.text("protocol");
  return protocol.known && protocol.value === "REST" && stagesOf(graph, api).some(({ id }) => id === stage.id);
}

/** Whether a hop is traced by X-Ray, at the value that says so; unknown where another tracer takes part. */
export function tracingOf(hop: Hop): Known<boolean> | Unknown {
  if (hop.is("stateMachine")) return hop.flag("tracing");
  if (hop.is("stage")) return hop.flag("tracingEnabled");
  if (!hop.is("function")) return unknown("nothing is known of its tracing");
  const mode = hop.text("tracing");
  if (!mode.known) return mode;
  const vendor = tracedByVendor(hop);
  if (!vendor.known) return vendor;
  return vendor.value === undefined ? { ...mode, value: mode.value === "Active" } : unknown(`${vendor.value} traces it`);
}

/**
 * Whether a traced stage calls a function: its header then makes Lambda trace the call although the function does not say so itself (modes of tracing in the
 * API reference of Lambda, looked up on 2026-11-24).
 */
export function isTracedByCaller(graph: Graph, fn: Resource<"function">): boolean {
  return routesTo(graph, fn).some((route) => {
    const api = route.reference("api");
    if (!api.known || !api.value?.is("api")) return false;
    return stagesOf(graph, api.value).some((stage) => {
      const traced = stage.flag("tracingEnabled");
      return traced.known && traced.value;
    });
  });
}

/**
 * The edits that give the role of a hop the right to record traces; none where it has it, or where the transform makes the role. Undefined where the role
 * does not stand in this template, so that nobody sees what it may do.
 */
export function rightToTrace(graph: Graph, hop: Hop): readonly Edit[] | undefined {
  if (!hop.is("function", "stateMachine")) return [];
  const named = hop.has("role");
  if (!named.known) return undefined;
  if (!named.value) return [];
  const role = hop.reference("role");
  if (!role.known || !role.value?.is("role")) return undefined;
  if (mayTrace(graph, role.value)) return [];
  return [{ append: role.value, property: "managedPolicies", item: textOf`arn:${idOf("AWS::Partition")}:iam::aws:policy/${TRACING_POLICY.value}` }];
}

function mayTrace(graph: Graph, role: Resource<"role">): boolean {
  const holders = [role, ...graph.referring(role, "policy", "roles")];
  const attached = graph.children(role, "policyAttachment").some((attachment) => {
    const policy = attachment.term("policy");
    return policy.known && policy.value !== undefined && policyRecordsTraces(spelled(policy.value));
  });
  return (
    attached ||
    holders.some((holder) =>
      graph.children(holder, "statement").some((statement) => writtenItems(statement.terms("actions")).items.some(({ text }) => actionRecordsTraces(text))),
    )
  );
}
