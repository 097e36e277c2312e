import type { Step } from "../../base/place.ts";
import { type Entry, entryOf, type ListNode, type MapNode, type Node } from "../node.ts";
import type { Group, PlacedSection, Tree } from "../tree.ts";

/** Something that stands in the text, with what it stands in. Spans of nodes are relative to `start`. */
export interface Found {
  /** The entry, for what has a key. */
  readonly entry?: Entry;
  readonly node: Node | undefined;
  /** The map or list around it; absent for a top-level key. */
  readonly parent?: MapNode | ListNode;
  readonly start: number;
  readonly placed: PlacedSection;
  /** Came through an alias or a merge key: its text stands elsewhere. */
  readonly elsewhere: boolean;
}

/** How far a path leads: all of it, or up to the deepest thing that is there. */
export interface Way {
  /** One per step that was found; the first is the top-level key, unless it was cut into sections. */
  readonly found: readonly (Found | Group)[];
  readonly missing: readonly Step[];
}

export const isGroup = (found: Found | Group): found is Group => "keySpan" in found;

export function follow(tree: Tree, path: readonly Step[]): Way {
  const [top, ...steps] = path;
  const group = tree.groups.find((one) => one.key === top);
  if (!group) return { found: [], missing: path };
  const found: (Found | Group)[] = [];
  let rest = steps;
  let at: Found | undefined;
  if (group.whole) {
    const { placed, value } = group.whole;
    const entry = placed.section.entries.find((one) => one.key.value === group.key && one.value === value);
    at = { ...(entry ? { entry } : {}), node: value, start: placed.start, placed, elsewhere: false };
    found.push(at);
  } else {
    found.push(group);
    const [name, ...below] = steps;
    if (name === undefined) return { found, missing: [] };
    at = inSections(group, name);
    if (!at) return { found, missing: steps };
    found.push(at);
    rest = below;
  }
  for (const [index, step] of rest.entries()) {
    const next: Found | undefined = at && child(at, step);
    if (!next) return { found, missing: rest.slice(index) };
    at = next;
    found.push(at);
  }
  return { found, missing: [] };
}

function inSections(group: Group, name: Step): Found | undefined {
  for (const placed of group.sections ?? []) {
    const entry = placed.section.entries.find((one) => String(one.key.value) === String(name));
    if (entry) return { entry, node: entry.value, start: placed.start, placed, elsewhere: false };
  }
  return undefined;
}

function child(at: Found, step: Step): Found | undefined {
  const { node, start, placed } = at;
  if (node?.kind === "map") {
    const entry = entryOf(node, String(step));
    if (!entry) return undefined;
    return { entry, node: entry.value, parent: node, start, placed, elsewhere: at.elsewhere || entry.merged === true || aliased(entry.span, entry.value) };
  }
  const item = node?.kind === "list" && typeof step === "number" ? node.items[step] : undefined;
  return item && node ? { node: item, parent: node as ListNode, start, placed, elsewhere: at.elsewhere || aliased(node.span, item) } : undefined;
}

const aliased = (around: { readonly start: number; readonly end: number }, node: Node | undefined): boolean =>
  node !== undefined && (node.span.start < around.start || node.span.end > around.end);
