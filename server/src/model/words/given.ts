import type { Graph } from "../graph.ts";
import type { KindName } from "../kinds/index.ts";
import type { Resource } from "../resource.ts";
import { type Unknown, unknown } from "../value.ts";

/** Resources of this template that something works on, and how that shows. */
export interface Given {
  readonly resources: readonly Resource[];
  /** `environment`: a variable names it. `trigger`: it sends the events. `only`: the template has no other of its kind. */
  readonly by: "environment" | "trigger" | "only";
}

/** Kinds of which the only one of a template is taken for the one that is meant; of others, an account has some that no template declares. */
const MEANT_WHEN_ALONE: ReadonlySet<KindName> = new Set(["table", "bucket", "queue", "topic", "stream", "deliveryStream", "secret"]);

/**
 * The resources of some kinds that every one of `users` is given: by its variables, by what triggers it, or because the template has only one of the kind
 * and no variable names another thing. Unknown where that does not show.
 */
export function givenTo(graph: Graph, users: readonly Resource[], kinds: readonly KindName[]): Given | Unknown {
  if (users.length === 0) return unknown("who acts with it does not show in this template");
  const all = users.map((user) => givenToOne(graph, user, kinds));
  const missing = all.find((one): one is Unknown => "known" in one);
  if (missing) return missing;
  const given = all.filter((one): one is Given => !("known" in one));
  const by = given.some((one) => one.by === "only") ? "only" : given.some((one) => one.by === "trigger") ? "trigger" : "environment";
  return { resources: unique(given.flatMap((one) => one.resources)), by };
}

function givenToOne(graph: Graph, user: Resource, kinds: readonly KindName[]): Given | Unknown {
  const { named, open } = namedIn(user);
  if (open) return open;
  const fits = (resource: Resource) => resource.is(...kinds) && resource.id !== user.id && !resource.implied;
  const triggers = unique(triggersOf(graph, user).filter(fits));
  const variables = unique(named.filter(fits));
  if (variables.length > 0) return { resources: unique([...variables, ...triggers]), by: "environment" };
  if (triggers.length > 0) return { resources: triggers, by: "trigger" };
  const [only, ...others] = graph.all(...kinds).filter(fits);
  if (only && others.length === 0 && MEANT_WHEN_ALONE.has(only.kind)) return { resources: [only], by: "only" };
  return unknown(`which ${kinds[0] ?? "resource"} ${user.name} works on does not show in this template`);
}

/** Resources that the variables of a function, or the substitutions of a state machine, name. */
function namedIn(user: Resource): { readonly named: readonly Resource[]; readonly open: Unknown | undefined } {
  const variables = user.is("function") ? user.structure("environment") : user.is("stateMachine") ? user.structure("definitionSubstitutions") : undefined;
  if (!variables) return { named: [], open: unknown(`what ${user.name} works on does not show`) };
  if (!variables.known) return { named: [], open: variables };
  if (variables.value?.open !== undefined) return { named: [], open: unknown(variables.value.open, variables.place) };
  const named: Resource[] = [];
  for (const key of variables.value?.keys ?? []) {
    const value = variables.value?.term(key);
    if (!value?.known) {
      // A variable that only deployment knows may name a resource of another stack.
      if (NAMES_SOMETHING.test(key)) return { named, open: unknown(`${key} of ${user.name} is known at deployment only`, value?.place) };
      continue;
    }
    const meant = value.value === undefined || value.value === null ? undefined : user.meant(value.value);
    if (meant) named.push(meant);
    else if (NAMES_SOMETHING.test(key)) return { named, open: unknown(`${key} of ${user.name} names nothing in this template`, value.place) };
  }
  return { named, open: undefined };
}

/** Variables whose name says that they hold a resource's name, address or ARN. */
const NAMES_SOMETHING = /table|bucket|queue|topic|stream|secret|param|arn|machine|ddb|dynamo|sqs|sns|s3|kinesis|bus/i;

function triggersOf(graph: Graph, user: Resource): readonly Resource[] {
  const mappings = graph.referring(user, "eventSourceMapping", "function").map((mapping) => mapping.reference("eventSource"));
  const notifications = graph.referring(user, "notification", "target").map((notification) => notification.reference("bucket"));
  return [...mappings, ...notifications].flatMap((source) => (source.known && source.value ? [source.value] : []));
}

const unique = (resources: readonly Resource[]): readonly Resource[] => [...new Map(resources.map((resource) => [resource.id, resource])).values()];
