import type { Edit } from "../edit.ts";
import type { Graph } from "../graph.ts";
import type { Resource } from "../resource.ts";
import type { Subject } from "../subject.ts";

/**
 * Whether naming `to` inside `from` would close a circle, which CloudFormation refuses: `to` already depends on `from`, perhaps over others.
 * Counts what a transform adds: a bucket depends on the functions that it notifies.
 */
export function closesCycle(graph: Graph, from: Subject, to: Subject): boolean {
  const goal = resourceId(to.id);
  const reached = new Set([resourceId(from.id)]);
  for (const id of reached) {
    for (const next of dependents(graph, id)) {
      if (next === goal) return true;
      reached.add(next);
    }
  }
  return reached.has(goal);
}

/**
 * The edits that take `to` out of what `from` waits for by `DependsOn`: once `from` names it, it waits anyway. A function's policies stand in a role of
 * its own, so what the function waits for stays.
 */
export function withoutWaiting(from: Resource, to: Subject): readonly Edit[] {
  const waits = from.is("function", "stateMachine") ? undefined : from.terms("dependsOn");
  const items = waits?.known ? waits.value : [];
  const item = items.find((one) => one.known && one.value === to.id);
  if (!item?.known) return [];
  return items.length === 1 ? [{ set: from, property: "dependsOn", to: undefined }] : [{ remove: item }];
}

/** Ids of the resources that need another one to be there first. */
function dependents(graph: Graph, id: string): readonly string[] {
  const resource = graph.resource(id);
  if (!resource) return [];
  const notifying = resource.is("function") ? graph.referring(resource, "notification", "target").flatMap(bucketOf) : [];
  return [...graph.mentioning(resource).map((other) => resourceId(other.id)), ...notifying];
}

function bucketOf(notification: Resource<"notification">): readonly string[] {
  const bucket = notification.reference("bucket");
  return bucket.known && bucket.value ? [bucket.value.id] : [];
}

/** The written resource that a part stands in. */
const resourceId = (id: string): string => id.split("/")[0] ?? id;
