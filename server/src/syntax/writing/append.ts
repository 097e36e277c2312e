import { shifted } from "../../base/span.ts";
import type { Data } from "../edit.ts";
import type { Found } from "../find.ts";
import type { ListNode } from "../node.ts";
import type { Tree } from "../tree.ts";
import { entriesOf, flow, item } from "./emit.ts";
import { intoFlowList } from "./insert-flow.ts";
import { column, endOfLines, type Layout, margin } from "./layout.ts";
import { cannot, insertAt, type Made } from "./made.ts";
import { replaced } from "./replace.ts";
import type { Sibling } from "./siblings.ts";

/** Appends items to the list that was found; a key without a value gets a list. */
export function appended(tree: Tree, found: Found, values: readonly Data[], layout: Layout): Made {
  const { node, placed } = found;
  if (!node || (node.kind === "scalar" && node.source === "" && node.tag === undefined)) return replaced(tree, found, values, layout);
  if (node.tag !== undefined) return cannot(`${node.tag} stands in its place`);
  if (node.kind !== "list") return cannot("there is no list");
  if (!node.flow) return intoLines(tree, node, placed.start, values, layout);
  const span = shifted(node.span, placed.start);
  const items = node.items.map((one): Sibling => ({ name: "", broken: false, ...shifted(one.span, placed.start) }));
  const last = items.at(-1);
  if (last && (last.start < span.start || last.end > span.end)) return cannot("it ends with an alias");
  if (node.items.length === 0 && tree.format === "yaml" && !found.parent?.flow) return replaced(tree, found, values, layout);
  return intoFlowList(tree, { siblings: items, span, margin: margin(tree.text, span.start) }, values, layout);
}

function intoLines(tree: Tree, list: ListNode, start: number, values: readonly Data[], layout: Layout): Made {
  const { text } = tree;
  const span = shifted(list.span, start);
  const at = column(text, span.start);
  const pad = `${layout.eol}${" ".repeat(at)}`;
  const inBraces = list.items.length > 0 && list.items.every((one) => one.kind === "map" && one.flow);
  const written = (value: Data) => (inBraces && entriesOf(value) ? `- ${flow(value, layout)}` : item(value, at, layout));
  return [insertAt(endOfLines(text, lastCharacter(text, span.start, span.end), at), values.map((value) => `${pad}${written(value)}`).join(""))];
}

/** A list that ends with an empty item ends behind its dash, wherever its parser says. */
function lastCharacter(text: string, start: number, end: number): number {
  return Math.max(start, text.slice(0, end).trimEnd().length);
}
