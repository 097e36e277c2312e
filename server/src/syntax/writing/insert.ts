import type { TextEdit } from "../../base/span.ts";
import type { Data } from "../edit.ts";
import type { Entry, MapNode } from "../node.ts";
import type { Group, Tree } from "../tree.ts";
import { flow, json, key, valueAt, valueBehindKey } from "./emit.ts";
import type { Found } from "./found.ts";
import { column, type Layout, lineEnd, lineStart } from "./layout.ts";

/** A key and value to be written, behind a sibling where one is named. */
export interface Insertion {
  readonly key: string;
  readonly value: Data;
  readonly after?: string | undefined;
  readonly comment?: string | undefined;
}

interface Neighbour {
  readonly keyStart: number;
  readonly end: number;
}

/** Inserts an entry among the sections of a group. */
export function intoGroup(tree: Tree, group: Group, insertion: Insertion, layout: Layout): TextEdit {
  const entries = (group.sections ?? []).flatMap(({ section, start }) =>
    section.entries.map((entry) => ({ name: String(entry.key.value), ...absolute(entry, start) })),
  );
  return among(tree, entries, insertion, layout);
}

/** Inserts an entry into a map, in the style in which the map is written. */
export function intoMap(tree: Tree, map: MapNode, start: number, insertion: Insertion, layout: Layout): TextEdit {
  const entries = map.entries.filter((entry) => !entry.merged).map((entry) => ({ name: String(entry.key.value), ...absolute(entry, start) }));
  if (map.flow) return intoFlow(tree, map, start, entries, insertion, layout);
  return among(tree, entries, insertion, layout);
}

const absolute = (entry: Entry, start: number): Neighbour => ({ keyStart: entry.key.span.start + start, end: entry.span.end + start });

type Named = Neighbour & { readonly name: string };

function among(tree: Tree, entries: readonly Named[], insertion: Insertion, layout: Layout): TextEdit {
  const { text } = tree;
  const index = entries.findIndex((entry) => entry.name === insertion.after);
  const previous = entries[index >= 0 ? index : entries.length - 1];
  if (!previous) return { span: { start: text.length, end: text.length }, text: "" };
  if (tree.format === "json") return behindJson(tree, previous, insertion, layout);
  const at = lineEnd(text, previous.end);
  const indent = column(text, previous.keyStart);
  const gap = isApart(text, entries) ? layout.eol : "";
  const comment = insertion.comment === undefined ? "" : ` # ${insertion.comment}`;
  const line = `${" ".repeat(indent)}${key(insertion.key)}:${valueBehindKey(insertion.value, indent, layout)}${comment}`;
  return { span: { start: at, end: at }, text: `${layout.eol}${gap}${line}` };
}

/** Whether the entries have blank lines between them. */
function isApart(text: string, entries: readonly Named[]): boolean {
  const pairs = entries.slice(1).map((entry, index) => text.slice(entries[index]?.end, entry.keyStart));
  const apart = pairs.filter((between) => /\n[^\S\n]*\r?\n/.test(between)).length;
  return apart > 0 && apart * 2 >= pairs.length;
}

function intoFlow(tree: Tree, map: MapNode, start: number, entries: readonly Named[], insertion: Insertion, layout: Layout): TextEdit {
  const { text } = tree;
  const inJson = tree.format === "json";
  const index = entries.findIndex((entry) => entry.name === insertion.after);
  const previous = entries[index >= 0 ? index : entries.length - 1];
  if (previous && inJson) return behindJson(tree, previous, insertion, layout);
  const written = inJson ? `${JSON.stringify(insertion.key)}: ${json(insertion.value, 0, layout, true)}` : `${key(insertion.key)}: ${flow(insertion.value)}`;
  if (previous) return { span: { start: previous.end, end: previous.end }, text: `, ${written}` };
  const span = { start: map.span.start + start, end: map.span.end + start };
  if (!inJson) return { span, text: `{ ${written} }` };
  const base = indentOfLine(text, span.start);
  const body = json({ [insertion.key]: insertion.value }, base, layout, false);
  return { span, text: body };
}

function behindJson(tree: Tree, previous: Named, insertion: Insertion, layout: Layout): TextEdit {
  const { text } = tree;
  const ownLine = /^\s*$/.test(text.slice(lineStart(text, previous.keyStart), previous.keyStart));
  const indent = column(text, previous.keyStart);
  const name = JSON.stringify(insertion.key);
  const at = { start: previous.end, end: previous.end };
  if (!ownLine) return { span: at, text: `, ${name}: ${json(insertion.value, 0, layout, true)}` };
  const margin = text.slice(lineStart(text, previous.keyStart), previous.keyStart);
  return { span: at, text: `,${layout.eol}${margin}${name}: ${json(insertion.value, indent, layout, false)}` };
}

const indentOfLine = (text: string, offset: number): number => /^[^\S\n]*/.exec(text.slice(lineStart(text, offset)))?.[0].length ?? 0;

/** Writes a map below a key that has nothing, or `{}`, behind it. */
export function intoNothing(tree: Tree, found: Found, insertion: Insertion, layout: Layout): TextEdit | undefined {
  const { entry, node, start } = found;
  if (!entry || tree.format === "json") return undefined;
  const keyEnd = entry.key.span.end + start;
  const colon = tree.text.indexOf(":", keyEnd);
  const indent = column(tree.text, entry.key.span.start + start);
  const body = valueBehindKey({ [insertion.key]: insertion.value }, indent, layout);
  if (colon < 0 || colon > lineEnd(tree.text, keyEnd)) return undefined;
  if (node && node.span.end > node.span.start) return { span: { start: colon + 1, end: node.span.end + start }, text: body };
  const at = lineEnd(tree.text, colon);
  return { span: { start: at, end: at }, text: body };
}

/** Writes a top-level key, behind another one where it is there, else at the end. */
export function topLevel(tree: Tree, insertion: Insertion, layout: Layout): TextEdit {
  const { text } = tree;
  const previous = tree.groups.find((group) => group.key === insertion.after) ?? tree.groups.at(-1);
  if (!previous) return { span: { start: text.length, end: text.length }, text: "" };
  const named: Named = { name: previous.key, keyStart: previous.keySpan.start, end: trimmedEnd(text, previous.span.end) };
  if (tree.format === "json") return behindJson(tree, named, insertion, layout);
  const at = lineEnd(text, named.end);
  return { span: { start: at, end: at }, text: `${layout.eol}${layout.eol}${key(insertion.key)}:${valueBehindKey(insertion.value, 0, layout)}` };
}

/** The end of a span without the blanks and comments that a cut may have left behind it. */
function trimmedEnd(text: string, end: number): number {
  let at = end;
  for (;;) {
    while (at > 0 && /\s/.test(text[at - 1] ?? "")) at -= 1;
    const begins = lineStart(text, at);
    if (!/^\s*#/.test(text.slice(begins, at)) || begins === 0) return at;
    at = begins;
  }
}

/** Appends an item to a list, in the style in which the list is written. */
export function intoList(tree: Tree, found: Found, value: Data, layout: Layout): TextEdit | undefined {
  const { node, start } = found;
  if (node?.kind !== "list") return undefined;
  const { text } = tree;
  const last = node.items.at(-1);
  const inJson = tree.format === "json";
  if (!last) {
    const span = { start: node.span.start + start, end: node.span.end + start };
    return { span, text: inJson ? json([value], indentOfLine(text, span.start), layout, false) : `[${flow(value)}]` };
  }
  const end = last.span.end + start;
  if (node.flow || inJson) {
    const begins = last.span.start + start;
    const margin = text.slice(lineStart(text, begins), begins);
    if (/^\s*$/.test(margin))
      return { span: { start: end, end }, text: `,${layout.eol}${margin}${inJson ? json(value, margin.length, layout, false) : flow(value)}` };
    return { span: { start: end, end }, text: `, ${inJson ? json(value, 0, layout, true) : flow(value)}` };
  }
  const first = node.items[0];
  const dash = first ? text.lastIndexOf("-", first.span.start + start - 1) : -1;
  if (dash < 0) return undefined;
  const indent = column(text, dash);
  const at = lineEnd(text, end);
  return { span: { start: at, end: at }, text: `${layout.eol}${" ".repeat(indent)}- ${valueAt(value, indent + 2, layout)}` };
}
