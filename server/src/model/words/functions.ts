import { tracingVendor } from "../../knowledge/tracing-vendors.ts";
import type { Graph } from "../graph.ts";
import type { Resource } from "../resource.ts";
import { spelled, type Value } from "../value.ts";

/** The vendor whose layer or variables say that it traces a function instead of X-Ray; undefined for none that is known. */
export function tracedByVendor(fn: Resource<"function">): Value<string | undefined> {
  const layers = fn.terms("layers");
  const variables = fn.structure("environment");
  if (!layers.known) return layers;
  if (!variables.known) return variables;
  const names = layers.value.flatMap((layer) => (layer.known ? [spelled(layer.value)] : []));
  return { ...layers, value: tracingVendor({ layers: names, variables: variables.value?.keys ?? [] }) };
}

/** Whether a function's bill goes by instances and not by its own time and memory. */
export function billedByInstance(fn: Resource<"function">): Value<boolean> {
  return fn.has("capacityProviderConfig");
}

/** The folder with a function's code, relative to the template; undefined for an archive, an address or inline code. */
export function sourceFolder(fn: Resource<"function">): Value<string | undefined> {
  const inline = fn.has("inlineCode");
  if (!inline.known) return inline;
  const uri = fn.text("codeUri");
  if (!uri.known) return uri;
  const written = uri.value ?? (fn.type.startsWith("AWS::Serverless::") ? "." : undefined);
  const isFolder = !inline.value && written !== undefined && !/^[a-z0-9]+:\/\//i.test(written) && !/\.(?:zip|jar)$/i.test(written);
  return { ...uri, value: isFolder ? written.replace(/^\.\//, "").replace(/\/+$/, "") : undefined };
}

/**
 * Comparing each with each costs the square of their number. A stack has at most 500 resources (CloudFormation quotas, read
 * on 2026-11-24), so more of one kind than this stand in templates that are made to be large.
 */
export const MOST_COMPARED = 250;

/** Log groups of a template that are named after a function: by its id, or by its literal name. */
export function logGroupsOf(graph: Graph, fn: Resource<"function">, prefix: string): Value<readonly Resource<"logGroup">[]> {
  if (graph.count("logGroup") > MOST_COMPARED) return { known: false, reason: "there are too many log groups to look for one" };
  const groups: Resource<"logGroup">[] = [];
  const name = fn.text("functionName");
  for (const group of graph.all("logGroup")) {
    const named = group.term("logGroupName");
    if (!named.known) return named;
    if (named.value === undefined) continue;
    if (group.meant(named.value)?.id === fn.id || (name.known && name.value !== undefined && spelled(named.value) === `${prefix}${name.value}`))
      groups.push(group);
    else if (spelled(named.value).includes("…")) return { known: false, reason: "the name of a log group is known at deployment only", place: named.place };
  }
  return { known: true, value: groups, place: fn.place, origin: "literal", aspect: "logGroup" };
}

/** Whether a function answers custom resources or macros: the stack calls it when it is deployed, and nobody else does. */
export function answersCustomResources(graph: Graph, fn: Resource<"function">): boolean {
  return graph.mentioning(fn).some((by) => by.kind === "other" && /^(?:Custom::|AWS::CloudFormation::(?:CustomResource|Macro)$)/.test(by.type));
}
