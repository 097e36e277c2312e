import { pinsPrincipal } from "../../knowledge/iam/condition-keys.ts";
import type { Graph } from "../graph.ts";
import type { Resource } from "../resource.ts";
import { type Unknown, unknown, type Value } from "../value.ts";
import { endpointType } from "./open-entry.ts";
import { constraintsOf, writtenItems } from "./statements.ts";

/** The resource that a statement of a resource policy is about; undefined where it is not in this template. */
export function protectedBy(statement: Resource<"statement">): Resource | undefined {
  const holder = statement.reference("holder");
  if (!holder.known || !holder.value?.is("resourcePolicy")) return holder.known ? holder.value : undefined;
  const policy = holder.value;
  return writtenItems(policy.terms("protects")).items.flatMap(({ at }) => policy.meant(at.value) ?? [])[0];
}

/**
 * Whether something else keeps everybody out although a statement lets everybody in: public access that is blocked, a network around the resource, another
 * statement that denies. Unknown where that does not show.
 */
export function isPrivate(graph: Graph, statement: Resource<"statement">): boolean | Unknown {
  if (isDeniedBeside(graph, statement)) return true;
  const target = protectedBy(statement);
  if (!target) return actsOnBuckets(statement) ? unknown("whether the bucket blocks public access does not show in this template") : false;
  if (target.is("bucket")) return isBlocked(target) ?? isPublished(target, statement);
  if (target.is("searchDomain")) return either(target.has("vpcOptions"), target.flag("advancedSecurity"));
  // The callers of an API on the internet are told apart by its authorizers, not by this.
  if (target.is("api")) return !isPrivateApi(target);
  return false;
}

function isDeniedBeside(graph: Graph, statement: Resource<"statement">): boolean {
  const owner = statement.owner;
  return (owner ? graph.children(owner, "statement") : []).some((other) => {
    const effect = other.text("effect");
    const constraints = constraintsOf(other);
    return effect.known && effect.value === "Deny" && (!constraints.known || constraints.value.some(({ key }) => pinsPrincipal(key)));
  });
}

const actsOnBuckets = (statement: Resource<"statement">): boolean => writtenItems(statement.terms("actions")).items.some(({ text }) => /^s3:/i.test(text));

/** Undefined where nothing is said. */
function isBlocked(bucket: Resource<"bucket">): true | Unknown | undefined {
  for (const property of ["blockPublicPolicy", "restrictPublicBuckets"] as const) {
    const blocks = bucket.flag(property);
    if (!blocks.known) return blocks;
    if (blocks.value) return true;
  }
  return undefined;
}

/** A website is meant to be read by everybody. */
function isPublished(bucket: Resource<"bucket">, statement: Resource<"statement">): boolean | Unknown {
  const website = bucket.has("websiteConfiguration");
  if (!website.known) return website;
  return website.value && writtenItems(statement.terms("actions")).items.every(({ text }) => /^s3:getobject(?:version)?$/i.test(text));
}

function isPrivateApi(api: Resource<"api">): boolean {
  return endpointType(api) === "PRIVATE";
}

function either(...values: readonly Value<boolean>[]): boolean | Unknown {
  return values.some((value) => value.known && value.value) || (values.find((value): value is Unknown => !value.known) ?? false);
}
