import type { Part, Step } from "../base/place.ts";
import { type Span, shifted } from "../base/span.ts";
import { decode } from "./embedded.ts";
import { descend, follow, type Inside } from "./find.ts";
import type { Entry, Node } from "./node.ts";
import type { Group, Tree } from "./tree.ts";

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
  const { group, found, missing, inside } = follow(tree, path);
  if (inside) return locateInside(inside, part, within);
  if (missing.length > 0) return undefined;
  const last = found.at(-1);
  if (!last) return group && spanOfGroup(group, part);
  const { text } = last.placed.section;
  const span = within ? spanWithin(text, last.node, within) : spanOf(last, part);
  return span && shifted(span, last.placed.start);
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
function locateInside({ host, decoded, document, rest }: Inside, part: Part, within: Span | undefined): Span | undefined {
  const at = descend(document, rest);
  const span = at && (within ? spanWithin(decoded.text, at.node, within) : spanOf(at, part));
  const inHost = span && decoded.toHost(span);
  return inHost && shifted(inHost, host.placed.start);
}
