import { deploys, runsCode } from "../../knowledge/iam/principals.ts";
import type { Graph } from "../graph.ts";
import type { Resource } from "../resource.ts";
import { type Item, isList, Structure } from "../structure.ts";
import { spelled, type Unknown, unknown, type Value } from "../value.ts";

/** Who acts with what a statement, a managed policy or a policy template allows. */
export interface Holding {
  /** Functions, state machines and other parts of this template that act with it. */
  readonly users: readonly Resource[];
  /** Principals that may assume the roles, such as `lambda.amazonaws.com`. */
  readonly services: readonly string[];
  /** Whether a role among them has a permissions boundary, which may keep it from what its policies allow. */
  readonly bounded: boolean;
  /** A role that builds or deploys rather than runs: trusted by a pipeline, by CloudFormation or by a build service. */
  readonly deploys: boolean;
}

/** What holds a statement, an attachment or a policy template: all of them say so by the same property. */
export type Held = Resource<"statement" | "policyAttachment" | "policyTemplate">;

const NOBODY: Holding = { users: [], services: [], bounded: false, deploys: false };

/** Roles, functions and state machines that something with a `holder` belongs to, and who acts with it. */
export function holdingOf(graph: Graph, what: Held): Holding {
  const holder = what.reference("holder");
  if (!holder.known || !holder.value) return NOBODY;
  if (holder.value.is("policy")) return together(rolesWith(graph, holder.value).map((role) => holdingOfRole(graph, role)));
  return holder.value.is("role") ? holdingOfRole(graph, holder.value) : holdingOfUser(holder.value);
}

/** What a role is for, as far as it matters for how much it may do. */
export type Purpose = "workload" | "deployment" | "other";

/**
 * Whether functions, state machines and the like act with it (`workload`), or pipelines and CloudFormation (`deployment`).
 * Unknown where nothing in this template shows who holds it.
 */
export function purposeOf({ users, services, deploys }: Holding): Purpose | Unknown {
  if (deploys) return "deployment";
  if (users.some((user) => user.is("function", "stateMachine", "pipe", "schedule", "ruleTarget")) || services.some(runsCode)) return "workload";
  return users.length === 0 && services.length === 0 ? NO_HOLDER : "other";
}

const NO_HOLDER = unknown("who holds it does not show in this template");

/** Roles of this template that carry a policy: named by the policy, or naming it. */
export function rolesWith(graph: Graph, policy: Resource<"policy">): readonly Resource[] {
  const named = policy.terms("roles");
  const roles = named.known ? named.value.flatMap((term) => (term.known ? (policy.meant(term.value) ?? []) : [])) : [];
  const naming = graph.referring(policy, "role", "managedPolicies");
  const attached = graph.all("policyAttachment").filter((one) => valueId(one.reference("policy")) === policy.id);
  return unique([...roles, ...naming, ...attached.flatMap((one) => one.owner ?? [])]);
}

/** The principals of one type in a statement, spelled out; what only deployment knows is left out. */
export function principals(statement: Resource<"statement">, type: "Service" | "AWS" | "Federated"): readonly string[] {
  const principal = statement.structure("principal");
  const of = principal.known ? principal.value?.get(type) : undefined;
  return of?.known ? texts(of.value) : [];
}

const valueId = (value: Value<Resource | undefined>): string | undefined => (value.known ? value.value?.id : undefined);

const unique = (resources: readonly Resource[]): readonly Resource[] => [...new Map(resources.map((resource) => [resource.id, resource])).values()];

/** SAM leaves `Policies` aside where the function names a role of its own. */
function holdingOfUser(user: Resource): Holding {
  const own = user.is("function", "stateMachine") ? user.has("role") : undefined;
  return own?.known && own.value ? NOBODY : { ...NOBODY, users: [user] };
}

function holdingOfRole(graph: Graph, role: Resource): Holding {
  if (!role.is("role")) return holdingOfUser(role);
  const users: readonly Resource[] = [
    ...graph.referring(role, "function", "role"),
    ...graph.referring(role, "stateMachine", "role"),
    ...graph.referring(role, "pipe", "role"),
    ...graph.referring(role, "schedule", "role"),
    ...graph.referring(role, "ruleTarget", "role"),
  ];
  const trusts = graph.children(role, "statement").filter(isTrust);
  const services = trusts.flatMap((trust) => [...principals(trust, "Service"), ...principals(trust, "Federated")]);
  const boundary = role.has("permissionsBoundary");
  return { users, services, bounded: !boundary.known || boundary.value, deploys: services.some(deploys) };
}

function isTrust(statement: Resource<"statement">): boolean {
  const use = statement.text("use");
  return use.known && use.value === "trust";
}

function texts(item: Item | undefined): readonly string[] {
  if (item === undefined || item instanceof Structure) return [];
  if (isList(item)) return item.flatMap((one) => (one.known ? texts(one.value) : []));
  // The suffix differs in some partitions only, and the principals that are looked up here are written with the usual one.
  return [spelled(item).replace(`\${AWS::URLSuffix}`, "amazonaws.com")];
}

function together(holdings: readonly Holding[]): Holding {
  return {
    users: unique(holdings.flatMap((holding) => holding.users)),
    services: holdings.flatMap((holding) => holding.services),
    bounded: holdings.some((holding) => holding.bounded),
    deploys: holdings.length > 0 && holdings.every((holding) => holding.deploys),
  };
}
