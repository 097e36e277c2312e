import { nameOf } from "../../base/address.ts";
import { elsewhere, type Path, type Step, stepsOf } from "../../base/place.ts";
import type { Part } from "../../model/part.ts";
import { nodeAt } from "../../syntax/locate.ts";
import type { Node } from "../../syntax/node.ts";
import type { Tree } from "../../syntax/tree.ts";

export type Found = { readonly path: readonly Step[] } | { readonly cannot: string };

/** Where a canonical property of a part is written, or the reason why it has no place of its own. */
export function propertyPath(part: Part, property: string): Found {
  if (part.implied) return { cannot: `${part.name} is made by the template's transform; declare it first` };
  const other = standsElsewhere(part.path);
  if (other) return other;
  const steps = part.binding.properties[property];
  if (part.fixed[property] || !steps) return { cannot: `${part.type} has no place for ${property}` };
  return { path: [...stepsOf(part.path), ...steps] };
}

/** An edit changes the document that is reviewed, and no other one. */
export function standsElsewhere(path: Path | undefined): { readonly cannot: string } | undefined {
  const other = elsewhere(path);
  return other && { cannot: `it stands in ${nameOf(other.uri)}` };
}

/** Refuses a path on which a function of CloudFormation stands: an edit must not replace what a condition or reference chooses. */
export function chosenOn(tree: Tree, path: readonly Step[]): string | undefined {
  for (let length = 1; length <= path.length; length++) {
    const node = nodeAt(tree, path.slice(0, length));
    const name = node && functionName(node);
    // A path that goes on inside the function names one of its branches, which may be edited.
    if (name && !isOnward(name, path[length], node)) return name;
  }
  return undefined;
}

function functionName(node: Node): string | undefined {
  if (node.tag?.startsWith("!")) return node.tag;
  const only = node.kind === "map" && node.entries.length === 1 ? String(node.entries[0]?.key.value) : "";
  return only === "Ref" || only.startsWith("Fn::") ? only : undefined;
}

function isOnward(name: string, next: Step | undefined, node: Node): boolean {
  return next !== undefined && (next === name || (node.kind === "list" && typeof next === "number"));
}
