import type { Graph } from "../graph.ts";
import type { Resource } from "../resource.ts";
import { type Item, isList, Structure } from "../structure.ts";
import type { Value } from "../value.ts";

/** Who acts with what a statement, a managed policy or a policy template allows. */
export interface Holding {
  /** Functions, state machines and other parts of this template that act with it. */
  readonly users: readonly Resource[];
  /** Services that may assume the roles, such as `lambda.amazonaws.com`. */
  readonly services: readonly string[];
  /** A role that builds or deploys rather than runs: trusted by a pipeline, by CloudFormation or by a federated identity. */
  readonly deploys: boolean;
}

/** Services whose roles deploy things; what they may do is another question than what a function may do. */
const DEPLOYERS: ReadonlySet<string> = new Set([
  "cloudformation.amazonaws.com",
  "codebuild.amazonaws.com",
  "codepipeline.amazonaws.com",
  "codedeploy.amazonaws.com",
]);

/** Roles, functions and state machines that something with a `holder` belongs to, and who acts with it. */
export function holdingOf(graph: Graph, what: Resource<"statement" | "policyAttachment" | "policyTemplate">): Holding {
  const holder = what.reference("holder");
  if (!holder.known || !holder.value) return { users: [], services: [], deploys: false };
  if (holder.value.is("policy")) return together(rolesWith(graph, holder.value).map((role) => holdingOfRole(graph, role)));
  if (holder.value.is("role")) return holdingOfRole(graph, holder.value);
  return { users: [holder.value], services: [], deploys: false };
}

/** Whether a function or state machine acts with it, as far as this template shows. */
export function heldByWorkload(holding: Holding): boolean {
  const runs = holding.users.some((user) => user.is("function", "stateMachine", "pipe", "schedule", "ruleTarget", "fargateService"));
  return !holding.deploys && (runs || holding.services.some((service) => WORKLOADS.has(service)));
}

const WORKLOADS: ReadonlySet<string> = new Set([
  "lambda.amazonaws.com",
  "edgelambda.amazonaws.com",
  "states.amazonaws.com",
  "pipes.amazonaws.com",
  "scheduler.amazonaws.com",
]);

/** Roles of this template that carry a policy: named by the policy, or naming it. */
export function rolesWith(graph: Graph, policy: Resource<"policy">): readonly Resource[] {
  const named = policy.terms("roles");
  const roles = named.known ? named.value.flatMap((term) => (term.known ? (policy.meant(term.value) ?? []) : [])) : [];
  const naming = graph.referring(policy, "role", "managedPolicies");
  const attached = graph.all("policyAttachment").filter((one) => one.reference("policy").known && valueId(one.reference("policy")) === policy.id);
  return [...roles, ...naming, ...attached.flatMap((one) => one.owner ?? [])];
}

const valueId = (value: Value<Resource | undefined>): string | undefined => (value.known ? value.value?.id : undefined);

function holdingOfRole(graph: Graph, role: Resource): Holding {
  if (!role.is("role")) return { users: [role], services: [], deploys: false };
  const users: readonly Resource[] = [
    ...graph.referring(role, "function", "role"),
    ...graph.referring(role, "stateMachine", "role"),
    ...graph.referring(role, "pipe", "role"),
    ...graph.referring(role, "schedule", "role"),
    ...graph.referring(role, "ruleTarget", "role"),
  ];
  const trusts = graph.children(role, "statement").filter((statement) => isTrust(statement));
  const services = trusts.flatMap((trust) => principals(trust, "Service"));
  const federated = trusts.some((trust) => principals(trust, "Federated").length > 0);
  return { users, services, deploys: federated || services.some((service) => DEPLOYERS.has(service)) };
}

function isTrust(statement: Resource<"statement">): boolean {
  const use = statement.text("use");
  return use.known && use.value === "trust";
}

/** Literal principals of one type in a statement; what only deployment knows is left out. */
export function principals(statement: Resource<"statement">, type: "Service" | "AWS" | "Federated"): readonly string[] {
  const principal = statement.structure("principal");
  const of = principal.known ? principal.value?.get(type) : undefined;
  return of?.known ? texts(of.value) : [];
}

function texts(item: Item | undefined): readonly string[] {
  if (item === undefined || item instanceof Structure) return [];
  if (isList(item)) return item.flatMap((one) => (one.known ? texts(one.value) : []));
  return typeof item === "string" ? [item] : [];
}

function together(holdings: readonly Holding[]): Holding {
  return {
    users: holdings.flatMap((holding) => holding.users),
    services: holdings.flatMap((holding) => holding.services),
    deploys: holdings.length > 0 && holdings.every((holding) => holding.deploys),
  };
}
