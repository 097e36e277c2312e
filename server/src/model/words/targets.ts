import { kindsOf, prefixOf } from "../../knowledge/iam/arn-forms.ts";
import type { Graph } from "../graph.ts";
import type { KindName } from "../kinds/index.ts";
import type { Resource } from "../resource.ts";
import { type Given, givenTo } from "./given.ts";
import { isUnbounded, namedResources } from "./scope-of-statement.ts";
import type { Wildcard } from "./scoping.ts";
import { isEveryAction, type Written, writtenItems } from "./statements.ts";

/** The service of an action pattern: `dynamodb` of `dynamodb:*`. */
export const serviceOf = (pattern: string): string => (pattern.split(":")[0] ?? "").toLowerCase();

/** Whether a statement allows its actions on `*` or on every resource of some kind. */
export const isOnEverything = (statement: Resource<"statement">): boolean => writtenItems(statement.terms("resources")).items.some(isUnbounded);

/**
 * What a wildcard of a statement is meant for: the resources of the service that the statement names, or else those that its users are given.
 * Undefined where that does not show.
 */
export function meantByWildcard(graph: Graph, statement: Resource<"statement">, users: readonly Resource[], action: Written): Wildcard | undefined {
  const names = namedResources(statement);
  if (isEveryAction(action) && !namesAll(statement)) return undefined;
  const [kind, ...others] = isEveryAction(action) ? [...new Set(names.map((each) => each.kind))] : (kindsOf(serviceOf(action.text)) as readonly KindName[]);
  if (kind === undefined || others.length > 0 || prefixOf(kind) === undefined) return undefined;
  if (!isOnEverything(statement)) return wildcard(action, kind, names);
  const given = givenTo(graph, users, [kind]);
  return isGiven(given) ? wildcard(action, kind, given.resources) : undefined;
}

/** Whether all resources of a statement are resources of this template. */
function namesAll(statement: Resource<"statement">): boolean {
  const { items, open } = writtenItems(statement.terms("resources"));
  return !open && items.every(({ at }) => statement.meant(at.value) !== undefined);
}

export const isGiven = (given: ReturnType<typeof givenTo>): given is Given => !("known" in given);

function wildcard(action: Written, kind: KindName, resources: readonly Resource[]): Wildcard | undefined {
  const targets = resources.filter((resource) => resource.is(kind));
  return targets.length > 0 ? { action, kind, targets } : undefined;
}
