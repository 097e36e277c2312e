import { below, type Path } from "../../base/place.ts";
import type { Include } from "../../model/expression.ts";
import type { Node } from "../../syntax/node.ts";
import { entryOf } from "../../syntax/node.ts";

/**
 * Whether a transform puts a document in its place.
 * Source: "AWS::Include transform" in the CloudFormation template reference, read on 2026-11-24.
 */
export function isInclude(transform: Node | undefined): boolean {
  const name = transform?.kind === "map" ? entryOf(transform, "Name")?.value : undefined;
  return name?.kind === "scalar" && name.value === "AWS::Include";
}

/**
 * The document that an include names, where it lies beside the template: packaging uploads it and writes the address of
 * the copy. Undefined for any other transform, and for a document that lies elsewhere.
 * Source: "aws cloudformation package" in the AWS CLI command reference, read on 2026-11-24.
 * @param path leads to the transform's name and parameters
 */
export function includeOf(transform: Node | undefined, path: Path | undefined): Include | undefined {
  const parameters = isInclude(transform) && transform?.kind === "map" ? entryOf(transform, "Parameters")?.value : undefined;
  const location = parameters?.kind === "map" ? entryOf(parameters, "Location")?.value : undefined;
  if (location?.kind !== "scalar" || typeof location.value !== "string" || location.tag || !isLocal(location.value)) return undefined;
  return { location: location.value, path: below(below(path, "Parameters"), "Location") };
}

/** Whether a text is a path below or beside a template, rather than an address or something that a build fills in. */
export const isLocal = (location: string): boolean => location !== "" && !/^(?:[a-z][a-z0-9+.-]*:|[/\\])|[$<>{}*?"|]/i.test(location);
