import { once } from "../base/memo.ts";
import type { Step } from "../base/place.ts";
import type { Span } from "../base/span.ts";
import { type Decoded, decode } from "./embedded.ts";
import { type Entry, entryOf, type ListNode, type MapNode, type Node, type ScalarNode } from "./node.ts";
import { readWhole } from "./read.ts";
import type { Group, Outline, PlacedSection, Tree } from "./tree.ts";

/** What a step of a path leads to. Its spans are relative to its section, or to the embedded document that it stands in. */
export interface Found {
  /** The entry, where the last step is a key. */
  readonly entry: Entry | undefined;
  readonly node: Node | undefined;
  /** The map or list that it stands in; undefined at the top of a section. */
  readonly parent: MapNode | ListNode | undefined;
  readonly placed: PlacedSection;
  /** Reached through an alias or a merge key: its text stands at the anchor, where others use it too. */
  readonly shared: boolean;
}

/** The end of a path in a document embedded in a scalar. */
export interface Inside {
  /** The scalar that holds the document. */
  readonly host: Found;
  readonly decoded: Decoded;
  readonly document: Node;
  /** The steps below the document's root. */
  readonly rest: readonly Step[];
}

/** How far a path leads into a group: what was found on the way, one for each step from `from` on, and the steps without anything. */
export interface Way {
  readonly group: Group | undefined;
  readonly found: readonly Found[];
  readonly missing: readonly Step[];
  /** Present when the path goes on below a scalar that holds a document. */
  readonly inside?: Inside;
}

/** Follows a path as far as it leads. It takes as long as the path is deep. */
export function follow(tree: Tree, path: readonly Step[]): Way {
  const [top, ...steps] = path;
  const group = tree.groups.find(({ key }) => key === String(top));
  if (!group) return { group, found: [], missing: path };
  if (group.whole) {
    const { placed, value } = group.whole;
    const entry = placed.section.entries.find((one) => String(one.key.value) === group.key && one.value === value);
    return onwards(group, { entry, node: value, parent: undefined, placed, shared: entry ? isShared(entry.span, value) : false }, steps);
  }
  const [name, ...below] = steps;
  if (name === undefined) return { group, found: [], missing: [] };
  const first = entryIn(tree, group, String(name));
  return first ? onwards(group, first, below) : { group, found: [], missing: steps };
}

function onwards(group: Group, first: Found, steps: readonly Step[]): Way {
  const found = [first];
  let at = first;
  for (const [index, step] of steps.entries()) {
    const next = childOf(at, step);
    if (!next) {
      const missing = steps.slice(index);
      const inside = insideOf(at, missing);
      return inside ? { group, found, missing, inside } : { group, found, missing };
    }
    found.push(next);
    at = next;
  }
  return { group, found, missing: [] };
}

/** The first entry of a key in a group that was cut into sections. */
function entryIn({ outline, placed: sections }: Tree, group: Group, key: string): Found | undefined {
  const known = standings(outline);
  const standing = known.get(group.key) ?? standingsIn(group);
  known.set(group.key, standing);
  const at = standing.get(key);
  const placed = at && sections[at.section];
  const entry = at && placed?.section.entries[at.entry];
  return placed && entry && { entry, node: entry.value, parent: undefined, placed, shared: isShared(entry.span, entry.value) };
}

/** Where the first entry of a key stands: the position of its section, and its own in there. */
interface Standing {
  readonly section: number;
  readonly entry: number;
}

/** The standings in each group: they are the same in all texts of one outline. */
const standings = once((_outline: Outline) => new Map<string, ReadonlyMap<string, Standing>>());

function standingsIn({ sections }: Group): ReadonlyMap<string, Standing> {
  const found = new Map<string, Standing>();
  for (const { section, index } of sections ?? []) {
    for (const [entry, { key }] of section.entries.entries()) {
      const name = String(key.value);
      if (!found.has(name)) found.set(name, { section: index, entry });
    }
  }
  return found;
}

function childOf({ node, placed, shared }: Found, step: Step): Found | undefined {
  if (node?.kind === "map") {
    const entry = entryOf(node, String(step));
    return entry && { entry, node: entry.value, parent: node, placed, shared: shared || entry.merged === true || isShared(entry.span, entry.value) };
  }
  const item = node?.kind === "list" ? node.items[Number(step)] : undefined;
  return item && node?.kind === "list" ? { entry: undefined, node: item, parent: node, placed, shared: shared || isShared(node.span, item) } : undefined;
}

/** An alias gives the anchor's own node, whose text lies outside of where the alias stands. */
const isShared = (around: Span, node: Node | undefined): boolean => node !== undefined && (node.span.start < around.start || node.span.end > around.end);

function insideOf(host: Found, rest: readonly Step[]): Inside | undefined {
  const { node, placed } = host;
  if (node?.kind !== "scalar" || typeof node.value !== "string") return undefined;
  const document = documentIn(node);
  return document && { host, decoded: decode(placed.section.text, node), document, rest };
}

/** The map or list that a scalar's text says, where it says one. */
export const documentIn = once((scalar: ScalarNode): Node | undefined => {
  const { node } = readWhole(String(scalar.value));
  return node?.kind === "scalar" ? undefined : node;
});

/** The node that steps below a document's root lead to, with its entry where the last step is a key. */
export function descend(root: Node, steps: readonly Step[]): { readonly entry: Entry | undefined; readonly node: Node | undefined } | undefined {
  let at: { readonly entry: Entry | undefined; readonly node: Node | undefined } = { entry: undefined, node: root };
  for (const step of steps) {
    const { node } = at;
    if (node?.kind === "map") {
      const entry = entryOf(node, String(step));
      if (!entry) return undefined;
      at = { entry, node: entry.value };
    } else {
      const item = node?.kind === "list" ? node.items[Number(step)] : undefined;
      if (!item) return undefined;
      at = { entry: undefined, node: item };
    }
  }
  return at;
}
