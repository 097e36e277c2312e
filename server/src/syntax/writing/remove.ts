import type { Span, TextEdit } from "../../base/span.ts";
import type { ListNode, MapNode } from "../node.ts";
import type { Tree } from "../tree.ts";
import { type Found, isGroup, type Way } from "./found.ts";
import { lineEnd, lineStart } from "./layout.ts";

/** Removes what a way leads to; a map or list that would be empty goes with it, up to what may not be missing. */
export function removed(tree: Tree, way: Way): TextEdit | undefined {
  for (let index = way.found.length - 1; index >= 0; index--) {
    const found = way.found[index];
    if (!found || isGroup(found)) return undefined;
    if (!isOnly(found) || isKept(way.found[index - 1])) return without(tree, found);
  }
  return undefined;
}

/** A resource's `Properties`, the resource itself and everything above stay even when they are empty. */
function isKept(parent: Way["found"][number] | undefined): boolean {
  if (!parent || isGroup(parent)) return true;
  return parent.entry?.key.value === "Properties" || parent.parent === undefined;
}

const childrenOf = (parent: MapNode | ListNode): readonly { readonly span: Span }[] =>
  parent.kind === "map" ? parent.entries.filter((entry) => !entry.merged) : parent.items;

const isOnly = ({ parent }: Found): boolean => parent !== undefined && childrenOf(parent).length === 1;

function without(tree: Tree, found: Found): TextEdit | undefined {
  const { entry, node, parent, start } = found;
  const own = entry?.span ?? node?.span;
  if (!own) return undefined;
  const span = { start: own.start + start, end: own.end + start };
  if (parent?.flow || tree.format === "json") return parent && inFlow(tree.text, parent, own, start);
  return inBlock(tree.text, parent, own, span, start);
}

function inBlock(text: string, parent: Found["parent"], own: Span, span: Span, start: number): TextEdit {
  const isItem = parent?.kind === "list";
  const begins = isItem ? text.lastIndexOf("-", span.start - 1) : span.start;
  const next = parent && childrenOf(parent).find((child) => child.span.start > own.start);
  // The first key of a map that is an item stands behind the dash; the next key moves up to it.
  if (!isItem && next && /-[^\S\n]*$/.test(text.slice(lineStart(text, begins), begins)))
    return { span: { start: begins, end: next.span.start + start }, text: "" };
  const from = lineStart(text, begins);
  const line = lineEnd(text, span.end);
  const end = text.startsWith("\r\n", line) ? line + 2 : Math.min(line + 1, text.length);
  if (!/^\s*$/.test(text.slice(from, begins))) return { span: { start: begins, end: line }, text: "" };
  if (end === text.length && !text.endsWith("\n")) return { span: { start: Math.max(0, from - (text[from - 2] === "\r" ? 2 : 1)), end }, text: "" };
  return { span: { start: from, end }, text: "" };
}

function inFlow(text: string, parent: MapNode | ListNode, own: Span, start: number): TextEdit {
  const children = childrenOf(parent);
  const index = children.findIndex((child) => child.span.start === own.start);
  const next = children[index + 1];
  const previous = children[index - 1];
  if (next) return { span: { start: own.start + start, end: next.span.start + start }, text: "" };
  if (previous) return { span: { start: previous.span.end + start, end: own.end + start }, text: "" };
  return { span: { start: parent.span.start + start + 1, end: parent.span.end + start - 1 }, text: "" };
}
