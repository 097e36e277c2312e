import { losesOnUpdate } from "../../knowledge/replacement.ts";
import type { NodeEdit } from "../../syntax/edit.ts";
import { nodeAt } from "../../syntax/locate.ts";
import type { Tree } from "../../syntax/tree.ts";

/** Why an edit must not be made: a change of the property makes CloudFormation replace the resource, and what it holds or where it is reached is lost. */
export function replacing({ path }: NodeEdit, tree: Tree): string | undefined {
  const [section, id, body, ...property] = path;
  if (section !== "Resources" || id === undefined || body !== "Properties" || property.length === 0) return undefined;
  const type = nodeAt(tree, [section, id, "Type"]);
  if (type?.kind !== "scalar") return undefined;
  return losesOnUpdate(String(type.value), property.map(String)) ? `a change of ${property[0]} replaces ${id}` : undefined;
}
