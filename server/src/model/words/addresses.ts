import type { IamAction } from "../../knowledge/iam/actions.ts";
import { arnSuffixes } from "../../knowledge/iam/arn-forms.ts";
import { arnOf, type Content, idOf, Mentioned, nameOf, textOf } from "../edit.ts";
import type { Graph } from "../graph.ts";
import type { Resource } from "../resource.ts";
import type { Subject } from "../subject.ts";
import { closesCycle } from "./cycles.ts";

/**
 * The ARNs that a statement in `from` needs for some actions on a resource: the resource itself, its objects, its indexes. Undefined where one of the
 * actions cannot name such a resource, or where the resource cannot be named without a circle between the two.
 */
export function arnsFor(graph: Graph, from: Subject, resource: Resource, actions: readonly IamAction[]): readonly Mentioned[] | undefined {
  const suffixes = actions.map((action) => arnSuffixes(resource.kind, action));
  if (suffixes.some((each) => each === undefined)) return undefined;
  const base = arnIn(graph, from, resource);
  return base && [...new Set(suffixes.flatMap((each) => each ?? []))].sort().map((suffix) => followedBy(base, suffix));
}

/** What a policy template's parameter says of a resource: what `Ref` gives, its ARN, or its name. */
export function parameterFor(graph: Graph, from: Subject, resource: Resource, takes: "id" | "arn" | "name"): Content | undefined {
  if (takes === "arn") return arnIn(graph, from, resource);
  if (!closesCycle(graph, from, resource)) return takes === "id" ? idOf(resource) : nameOf(resource);
  return resource.is("bucket") ? literalName(resource) : undefined;
}

function arnIn(graph: Graph, from: Subject, resource: Resource): Mentioned | undefined {
  if (resource.is("configurationParameter")) return parameterArn(resource);
  if (!closesCycle(graph, from, resource)) return arnOf(resource);
  const name = resource.is("bucket") ? literalName(resource) : undefined;
  return name === undefined ? undefined : followedBy(textOf`arn:${idOf("AWS::Partition")}:s3:::`, name);
}

/** Parameter Store gives no ARN as an attribute; a name that starts with a slash brings the slash along. */
function parameterArn(parameter: Resource<"configurationParameter">): Mentioned {
  const name = parameter.text("parameterName");
  const ownSlash = name.known && name.value?.startsWith("/");
  const account = textOf`arn:${idOf("AWS::Partition")}:ssm:${idOf("AWS::Region")}:${idOf("AWS::AccountId")}`;
  return new Mentioned([...account.parts, ownSlash ? ":parameter" : ":parameter/", ...idOf(parameter).parts]);
}

function literalName(bucket: Resource<"bucket">): string | undefined {
  const name = bucket.text("bucketName");
  return name.known ? name.value : undefined;
}

function followedBy(arn: Mentioned, text: string): Mentioned {
  return text === "" ? arn : new Mentioned([...arn.parts, text]);
}
