import type { Node } from "../../../server/src/syntax/node.ts";
import type { Group, Tree } from "../../../server/src/syntax/tree.ts";

/** What a tree says, as plain data: a tagged value is `{ "!Tag": value }`, a missing one `undefined`, the later of two equal keys is left out. */
export function plainTree(tree: Tree): Record<string, unknown> {
  return firstOf(tree.groups.map((group): [string, unknown] => [group.key, plainGroup(group)]));
}

function plainGroup({ sections, whole }: Group): unknown {
  if (!sections) return plain(whole?.value);
  return firstOf(sections.flatMap(({ section }) => section.entries).map((entry): [string, unknown] => [String(entry.key.value), plain(entry.value)]));
}

export function plain(node: Node | undefined): unknown {
  if (!node) return undefined;
  const value =
    node.kind === "scalar"
      ? node.value
      : node.kind === "list"
        ? node.items.map(plain)
        : firstOf(node.entries.map((one) => [String(one.key.value), plain(one.value)]));
  return node.tag === undefined ? value : { [node.tag]: value };
}

const firstOf = (entries: readonly [string, unknown][]): Record<string, unknown> => Object.fromEntries([...entries].reverse());

export const codes = (tree: Tree): readonly string[] => tree.problems.map(({ code }) => code);
