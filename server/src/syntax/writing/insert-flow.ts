import type { Span, TextEdit } from "../../base/span.ts";
import type { Data } from "../edit.ts";
import type { Tree } from "../tree.ts";
import { flow, pair } from "./emit.ts";
import { commaOf, inBraces, isShort, json, jsonKey, jsonLine } from "./json.ts";
import { type Insertion, type Layout, lineEnd, margin, startsLine } from "./layout.ts";
import { cannot, insertAt, type Made, replaceText } from "./made.ts";
import { type Sibling, siblingBefore } from "./siblings.ts";

/** A map or list in brackets; `span` takes them in, and is not needed where there are siblings. */
export interface Brackets {
  readonly siblings: readonly Sibling[];
  readonly span: Span | undefined;
  /** The blanks that the line of the opening bracket begins with. */
  readonly margin: string;
}

/** Inserts entries between brackets, in JSON or YAML, on lines of their own where their neighbours have them. */
export function intoFlow(tree: Tree, brackets: Brackets, insertions: readonly Insertion[], layout: Layout): Made {
  const written = (insertion: Insertion, place: Place): string => {
    if (tree.format === "yaml") return pair(insertion.key, insertion.value, layout);
    return `${jsonKey(insertion.key, layout)}${jsonAt(insertion.value, place, layout)}`;
  };
  if (brackets.siblings.length === 0) return intoEmpty(tree, brackets, "{}", (place) => insertions.map((one) => written(one, place)), layout);
  const edits: TextEdit[] = [];
  const ends = new Map<Sibling, TextEdit[]>();
  for (const insertion of insertions) {
    const before = siblingBefore(brackets.siblings, insertion.after);
    if (!before || before.broken) return cannot("there is a syntax error beside it");
    const place = placeBeside(tree, brackets, before);
    const made = behind(tree.text, before, written(insertion, place), place, layout, ends.has(before));
    ends.set(before, made);
    edits.push(...made);
  }
  return edits;
}

/** Appends items to a list in brackets. `siblings` are its items. */
export function intoFlowList(tree: Tree, brackets: Brackets, values: readonly Data[], layout: Layout): Made {
  const written = (value: Data, place: Place): string => (tree.format === "yaml" ? flow(value, layout) : jsonAt(value, place, layout));
  const last = brackets.siblings.at(-1);
  if (!last) return intoEmpty(tree, brackets, "[]", (place) => values.map((value) => written(value, place)), layout);
  const place = placeBeside(tree, brackets, last);
  // Items that have a line each get company of their kind.
  const onOneLine = (value: Data) => tree.format === "json" && isShort(value) && /^[[{][^\n]+$/.test(tree.text.slice(last.start, last.end));
  return values.flatMap((value, index) =>
    behind(tree.text, last, onOneLine(value) ? jsonLine(value, layout) : written(value, place), place, layout, index > 0),
  );
}

/** The margin of an own line, or undefined for a place in the line of the neighbours; and what a level more is. */
interface Place {
  readonly margin: string | undefined;
  readonly unit: string;
}

function placeBeside(tree: Tree, { margin: outer }: Brackets, before: Sibling): Place {
  const { text } = tree;
  const own = startsLine(text, before.start) ? margin(text, before.start) : undefined;
  const unit = own?.startsWith(outer) && own.length > outer.length ? own.slice(outer.length) : documentUnit(text);
  return { margin: own, unit };
}

const jsonAt = (value: Data, { margin: own, unit }: Place, layout: Layout): string =>
  own === undefined ? jsonLine(value, layout) : json(value, own, unit, layout);

function documentUnit(text: string): string {
  return /\n([ \t]+)\S/.exec(text)?.[1] ?? "  ";
}

/** Text behind a neighbour, with the commas that it needs. A comment behind the neighbour stays with it. */
function behind(text: string, before: Sibling, written: string, { margin: own }: Place, layout: Layout, again: boolean): TextEdit[] {
  if (own === undefined) return [insertAt(before.end, `${commaOf(layout)}${written}`)];
  const rest = REST_OF_LINE.exec(text.slice(before.end, lineEnd(text, before.end)));
  if (!rest) return [insertAt(before.end, `,${layout.eol}${own}${written}`)];
  const end = lineEnd(text, before.end);
  if (rest[1] === ",") return [insertAt(end, `${layout.eol}${own}${written},`)];
  // Without a comment both ends are the same, and one insertion keeps several in order.
  if (before.end === end) return [insertAt(end, `,${layout.eol}${own}${written}`)];
  return again ? [insertAt(end, `,${layout.eol}${own}${written}`)] : [insertAt(before.end, ","), insertAt(end, `${layout.eol}${own}${written}`)];
}

/** A comma, a comment and nothing else. */
const REST_OF_LINE = /^[ \t]*(,?)[ \t]*(?:(?:\/\/|#).*|\/\*(?:[^*]|\*(?!\/))*\*\/[ \t]*)?$/;

function intoEmpty(tree: Tree, { span, margin: outer }: Brackets, signs: "{}" | "[]", written: (place: Place) => readonly string[], layout: Layout): Made {
  const { text } = tree;
  if (!span) return cannot("its place is not found");
  if (/\S/.test(text.slice(span.start + 1, span.end - 1))) return cannot("a comment stands in its place");
  const [open, close] = signs;
  if (tree.format === "json" && isLaidOut(text, span)) {
    const unit = documentUnit(text);
    const line = `${layout.eol}${outer}${unit}`;
    const items = written({ margin: outer + unit, unit }).join(`,${line}`);
    return [replaceText(span.start, span.end, `${open}${line}${items}${layout.eol}${outer}${close}`)];
  }
  const items = written({ margin: undefined, unit: "" }).join(commaOf(layout));
  return [replaceText(span.start, span.end, signs === "{}" ? inBraces(items, layout) : `[${items}]`)];
}

/** What is around has a line for each of its entries, or there is nothing around. */
const isLaidOut = (text: string, span: Span): boolean => /(?:\n|^\uFEFF?)\s*(?:"(?:[^"\\]|\\.)*"[ \t]*:[ \t]*)?$/.test(text.slice(0, span.start));
