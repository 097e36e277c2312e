import type { Part, Step } from "../base/place.ts";
import { type Span, shifted } from "../base/span.ts";
import { type Entry, entryOf, type Node } from "./node.ts";
import type { Tree } from "./tree.ts";

function find(tree: Tree, path: readonly Step[]): { entry?: Entry; node?: Node | undefined; start: number } | undefined {
  const group = tree.groups.find((g) => g.key === path[0]);
  if (!group) return undefined;
  let at: { entry?: Entry; node?: Node | undefined; start: number } | undefined;
  if (group.sections) {
    if (path.length === 1) return undefined;
    for (const { section, start } of group.sections)
      for (const entry of section.entries) if (!at && String(entry.key.value) === path[1]) at = { entry, node: entry.value, start };
    path = path.slice(2);
  } else if (group.whole) {
    at = { node: group.whole.value, start: group.whole.placed.start };
    path = path.slice(1);
  }
  for (const step of path) {
    const node: Node | undefined = at?.node;
    if (!at || !node) return undefined;
    if (node.kind === "map") {
      const entry: Entry | undefined = entryOf(node, String(step));
      if (!entry) return node.tag ? at : undefined;
      at = { entry, node: entry.value, start: at.start };
    } else if (node.kind === "list" && typeof step === "number") at = { node: node.items[step], start: at.start };
    else return undefined;
  }
  return at;
}
export const nodeAt = (tree: Tree, path: readonly Step[]): Node | undefined => find(tree, path)?.node;
export function locate(tree: Tree, path: readonly Step[], part: Part, _within?: Span): Span | undefined {
  const at = find(tree, path);
  if (!at) return undefined;
  const span = part === "key" ? (at.entry?.key.span ?? at.node?.span) : (at.node?.span ?? at.entry?.key.span);
  return span && shifted(span, at.start);
}
export function pathAt(_tree: Tree, _offset: number): { steps: Step[]; part: "key" | "value" } | undefined {
  return undefined;
}
