import { shifted } from "../../base/span.ts";
import type { Found, Way } from "../find.ts";
import type { MapNode } from "../node.ts";
import type { Tree } from "../tree.ts";
import { entry, pair } from "./emit.ts";
import { intoFlow } from "./insert-flow.ts";
import { column, endOfLines, type Insertion, type Layout, lineEnd, lineStart, margin } from "./layout.ts";
import { cannot, insertAt, type Made, replaceText } from "./made.ts";
import { areApart, type Sibling, siblingBefore, siblingsAtTop, siblingsIn, siblingsInGroup } from "./siblings.ts";

/** Inserts entries into what a way leads to: a map, a key without a value, a group, or the document. */
export function inserted(tree: Tree, way: Way, insertions: readonly Insertion[], layout: Layout): Made {
  const last = way.found.at(-1);
  if (last) return intoFound(tree, last, insertions, layout);
  if (way.group) return intoGroup(tree, way, insertions, layout);
  return intoDocument(tree, insertions, layout);
}

function intoFound(tree: Tree, found: Found, insertions: readonly Insertion[], layout: Layout): Made {
  const { node, placed, parent } = found;
  if (node?.tag !== undefined) return cannot(`${node.tag} stands in its place`);
  if (node?.kind === "map") return intoMap(tree, found, node, insertions, layout);
  if (node?.kind === "list") return cannot("a list stands in its place");
  if (node && node.span.end > node.span.start) return cannot("another value stands in its place");
  if (tree.format === "json") return cannot("its key has no value yet");
  if (parent?.flow) return intoFlowKey(tree, found, insertions, layout);
  return found.entry ? belowKey(tree, found, insertions, layout) : behindDash(tree, found, placed.start, insertions, layout);
}

function intoMap(tree: Tree, found: Found, map: MapNode, insertions: readonly Insertion[], layout: Layout): Made {
  const { start } = found.placed;
  const siblings = siblingsIn(map, start);
  const span = shifted(map.span, start);
  if (map.flow && map.entries.length === 0 && tree.format === "yaml" && !found.parent?.flow)
    return found.entry
      ? belowKey(tree, found, insertions, layout)
      : [replaceText(span.start, span.end, lines(insertions, column(tree.text, span.start), layout))];
  if (map.flow && tree.text[span.start] !== "{") return cannot("a pair without braces stands in its place");
  if (map.flow) return intoFlow(tree, { siblings, span, margin: margin(tree.text, span.start) }, insertions, layout);
  const neighbours = siblings.length > 0 ? siblings : [{ name: "", ...span, broken: false }];
  return amongLines(tree, neighbours, insertions, layout, areApart(tree.text, siblings) ?? false);
}

function intoGroup(tree: Tree, { group }: Way, insertions: readonly Insertion[], layout: Layout): Made {
  const siblings = group ? siblingsInGroup(group) : [];
  if (!group || siblings.length === 0) return cannot("there is a syntax error around it");
  if (tree.format === "json") return intoFlow(tree, { siblings, span: undefined, margin: margin(tree.text, group.keySpan.start) }, insertions, layout);
  // A single resource can't show whether resources stand apart; the groups around it can.
  const apart = areApart(tree.text, siblings) ?? areApart(tree.text, siblingsAtTop(tree)) ?? false;
  return amongLines(tree, siblings, insertions, layout, apart);
}

function intoDocument(tree: Tree, insertions: readonly Insertion[], layout: Layout): Made {
  const { text } = tree;
  const siblings = siblingsAtTop(tree);
  const start = text.search(/[^\s\uFEFF]/);
  if (text[start] === "{") {
    const span = { start, end: text.trimEnd().length };
    return tree.problems.length > 0 ? cannot("there is a syntax error around it") : intoFlow(tree, { siblings, span, margin: "" }, insertions, layout);
  }
  if (siblings.length > 0) return amongGroups(tree, siblings, insertions, layout);
  if (tree.format === "json" || /^[^#\s\uFEFF]/m.test(text)) return cannot("the document is no map");
  const eol = text === "" || /[\n\uFEFF]$/.test(text) ? "" : layout.eol;
  return [insertAt(text.length, `${eol}${lines(insertions, 0, layout)}${layout.eol}`)];
}

/** Inserts top-level keys. Those of several lines mostly stand apart where those of one line, such as a format version, do not. */
function amongGroups(tree: Tree, siblings: readonly Sibling[], insertions: readonly Insertion[], layout: Layout): Made {
  const { text } = tree;
  const at = column(text, siblings[0]?.start ?? 0);
  const isLong = (sibling: Sibling) => text.slice(sibling.start, sibling.end).includes("\n");
  const ofPairs = (long: boolean) => {
    const pairs = siblings.flatMap((one, index) => (index > 0 && isLong(siblings[index - 1] ?? one) === long ? [[siblings[index - 1] ?? one, one]] : []));
    return pairs.length === 0 ? undefined : pairs.filter((pair) => areApart(text, pair)).length * 2 >= pairs.length;
  };
  const edits = [];
  for (const insertion of insertions) {
    const before = siblingBefore(siblings, insertion.after);
    if (!before || before.broken) return cannot("there is a syntax error beside it");
    const next = siblings[siblings.indexOf(before) + 1];
    const written = `${" ".repeat(at)}${lines([insertion], at, layout)}`;
    const gap = (ofPairs(isLong(before)) ?? true) ? layout.eol : "";
    const isNextApart = !next || !written.includes("\n") || areApart(text, [before, next]) || !(ofPairs(true) ?? true);
    edits.push(insertAt(endOfLines(text, before.end, at), `${layout.eol}${gap}${written}${isNextApart ? "" : layout.eol}`));
  }
  return edits;
}

/** Inserts lines behind neighbours in block style. */
function amongLines(tree: Tree, siblings: readonly Sibling[], insertions: readonly Insertion[], layout: Layout, apart: boolean): Made {
  const { text } = tree;
  const at = column(text, siblings[0]?.start ?? 0);
  const edits = [];
  for (const insertion of insertions) {
    const before = siblingBefore(siblings, insertion.after);
    if (!before || before.broken) return cannot("there is a syntax error beside it");
    if (/\?\s*$/.test(text.slice(lineStart(text, before.start), before.start))) return cannot("its neighbours are written with question marks");
    const gap = apart ? layout.eol : "";
    edits.push(insertAt(endOfLines(text, before.end, at), `${layout.eol}${gap}${" ".repeat(at)}${lines([insertion], at, layout)}`));
  }
  return edits;
}

/** Writes a block map below a key that has nothing behind its colon, or `{}`. A comment behind it stays on its line. */
function belowKey(tree: Tree, { entry: own, node, placed }: Found, insertions: readonly Insertion[], layout: Layout): Made {
  const { text } = tree;
  const keySpan = shifted(own?.key.span ?? { start: 0, end: 0 }, placed.start);
  const colon = text.indexOf(":", keySpan.end);
  if (colon < 0 || colon > lineEnd(text, keySpan.end)) return cannot("its key is not complete");
  const at = column(text, keySpan.start) + layout.indent;
  const body = `${layout.eol}${" ".repeat(at)}${lines(insertions, at, layout)}`;
  const end = lineEnd(text, colon);
  const braces = node && node.span.end > node.span.start ? shifted(node.span, placed.start) : undefined;
  if (!braces) return [insertAt(end, body)];
  if (/\S/.test(text.slice(braces.start + 1, braces.end - 1))) return cannot("a comment stands in its place");
  return braces.end > end ? [replaceText(colon + 1, braces.end, body)] : [replaceText(colon + 1, braces.end, ""), insertAt(end, body)];
}

function behindDash(tree: Tree, { node }: Found, start: number, insertions: readonly Insertion[], layout: Layout): Made {
  const dash = tree.text.lastIndexOf("-", (node?.span.start ?? 0) + start);
  if (dash < 0 || lineEnd(tree.text, dash) < (node?.span.start ?? 0) + start) return cannot("its place is not found");
  return [insertAt(dash + 1, ` ${lines(insertions, column(tree.text, dash) + 2, layout)}`)];
}

function intoFlowKey(tree: Tree, { entry: own, placed }: Found, insertions: readonly Insertion[], layout: Layout): Made {
  const end = (own?.span.end ?? 0) + placed.start;
  if (tree.text[end - 1] !== ":") return cannot("its key has no value yet");
  return [insertAt(end, ` { ${insertions.map(({ key, value }) => pair(key, value, layout)).join(", ")} }`)];
}

const lines = (insertions: readonly Insertion[], column: number, layout: Layout): string =>
  insertions.map(({ key, value, comment }) => entry(key, value, column, layout, comment)).join(`${layout.eol}${" ".repeat(column)}`);
