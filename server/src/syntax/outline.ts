import type { Group, Outline, PlacedSection, Tree } from "./tree.ts";

/** The outline of a document, the previous one where a path leads into the section at the same position in both. */
export function outlineOf(tree: Pick<Tree, "groups">, previous?: Pick<Tree, "groups" | "outline">): Outline {
  const { groups } = tree;
  const before = previous?.groups.length === groups.length ? previous : undefined;
  return before && groups.every((group, at) => alike(before.groups[at], group)) ? before.outline : { of: "document" };
}

function alike(a: Group | undefined, b: Group): boolean {
  if (a?.key !== b.key) return false;
  if (a.whole || b.whole) return a.whole !== undefined && b.whole !== undefined && sameKeys(a.whole.placed, b.whole.placed);
  const sections = a.sections ?? [];
  return sections.length === b.sections?.length && b.sections.every((placed, at) => sameKeys(sections[at], placed));
}

function sameKeys(a: PlacedSection | undefined, b: PlacedSection): boolean {
  if (a?.section === b.section) return a.index === b.index;
  const entries = a?.section.entries ?? [];
  if (a?.index !== b.index || entries.length !== b.section.entries.length) return false;
  return b.section.entries.every(({ key }, at) => String(key.value) === String(entries[at]?.key.value));
}
