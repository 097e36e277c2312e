import type { Part, Step } from "../base/place.ts";
import { type Span, shifted } from "../base/span.ts";
import { decode } from "./embedded.ts";
import { descend, follow, type Inside, type Way } from "./find.ts";
import type { Entry, Node } from "./node.ts";
import type { Group, PlacedSection, Tree } from "./tree.ts";

export { pathAt } from "./path-at.ts";

/** The node at a path. Undefined where nothing stands, and for a group that was cut: its entries are read one by one. Its spans are those of its section. */
export function nodeAt(tree: Tree, path: readonly Step[]): Node | undefined {
  const { found, missing, inside } = follow(tree, path);
  if (inside) return descend(inside.document, inside.rest)?.node;
  return missing.length === 0 ? found.at(-1)?.node : undefined;
}

/**
 * Where a part of the entry at a path stands in the document now. The key of a list item is the first key of the item, or
 * the item; a value that is missing is marked at its key; the empty path stands for the document and is marked at its
 * first key. A path may go on into a document that a scalar holds.
 * @param within a span of the decoded text of the scalar at the path.
 * @returns undefined when nothing stands at the path.
 */
export function locate(tree: Tree, path: readonly Step[], part: Part, within?: Span): Span | undefined {
  if (path.length === 0) return tree.groups[0]?.keySpan;
  const way = follow(tree, path);
  const group = way.found.length === 0 && way.missing.length === 0 ? way.group : undefined;
  if (group) return spanOfGroup(group, part);
  const anchored = anchorOn(way, part, within);
  return anchored && shifted(anchored.span, anchored.placed.start);
}

/** A span in the text of a section: it is right as long as the section stays, wherever that moves. */
export interface Anchor {
  readonly placed: PlacedSection;
  readonly span: Span;
}

/** The same as `locate` for what stands inside a section; undefined for everything else. */
export function anchorAt(tree: Tree, path: readonly Step[], part: Part, within?: Span): Anchor | undefined {
  return path.length === 0 ? undefined : anchorOn(follow(tree, path), part, within);
}

function anchorOn({ found, missing, inside }: Way, part: Part, within: Span | undefined): Anchor | undefined {
  if (inside) return anchorInside(inside, part, within);
  const last = missing.length > 0 ? undefined : found.at(-1);
  if (!last) return undefined;
  const { placed, node } = last;
  const span = within ? spanWithin(placed.section.text, node, within) : spanOf(last, part);
  return span && { placed, span };
}

function spanOfGroup(group: Group, part: Part): Span {
  if (part === "key") return group.keySpan;
  const first = group.sections?.[0];
  const entry = first?.section.entries[0];
  return part === "value" && first && entry ? { start: first.start + entry.span.start, end: group.span.end } : group.span;
}

function spanOf({ entry, node }: { readonly entry: Entry | undefined; readonly node: Node | undefined }, part: Part): Span | undefined {
  if (part === "value") return node?.span ?? entry?.key.span;
  if (part === "entry") return entry?.span ?? node?.span;
  if (entry) return entry.key.span;
  return node?.kind === "map" ? (node.entries[0]?.key.span ?? node.span) : node?.span;
}

function spanWithin(text: string, node: Node | undefined, within: Span): Span | undefined {
  return node?.kind === "scalar" ? (decode(text, node).toHost(within) ?? node.span) : node?.span;
}

/** Spans of an embedded document are offsets in its host's decoded text. */
function anchorInside({ host, decoded, document, rest }: Inside, part: Part, within: Span | undefined): Anchor | undefined {
  const at = descend(document, rest);
  const span = at && (within ? spanWithin(decoded.text, at.node, within) : spanOf(at, part));
  const inHost = span && decoded.toHost(span);
  return inHost && { placed: host.placed, span: inHost };
}
