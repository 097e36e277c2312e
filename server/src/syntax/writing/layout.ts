import { once } from "../../base/memo.ts";
import { shifted } from "../../base/span.ts";
import type { Data } from "../edit.ts";
import type { Found, Way } from "../find.ts";
import type { Node, ScalarNode } from "../node.ts";
import type { Group, Tree } from "../tree.ts";
import { isPlain } from "./scalar.ts";

/** How new lines have to look so that they fit in where they are written. */
export interface Layout {
  readonly eol: "\n" | "\r\n";
  /** Spaces a level. */
  readonly indent: number;
  /** Whether the dashes of a list stand deeper than its key. */
  readonly dashesIndented: boolean;
  /** The quotes of the neighbours, else those that the document mostly uses. */
  readonly quote: '"' | "'";
  /** The neighbours are quoted although they need not be. */
  readonly allQuoted: boolean;
  /** JSON without blanks behind colons and commas. */
  readonly compact: boolean;
}

/** A key and value to be written, behind the sibling `after` where that is there, with a comment behind it in YAML. */
export interface Insertion {
  readonly key: string;
  readonly value: Data;
  readonly after?: string;
  readonly comment?: string;
}

/** The layout around the end of a way: its own ancestors first, then its siblings, then the document. */
export function layoutAt(tree: Tree, { found, group }: Way): Layout {
  const { text, eol } = tree;
  const deepestFirst = [...found].reverse();
  const sections = group?.sections?.[0];
  const first = sections?.section.entries[0];
  const ofGroup = sections && first ? column(text, first.key.span.start + sections.start) : 0;
  const indent = firstPositive(deepestFirst, (one) => indentBelow(text, one)) ?? (ofGroup > 0 ? ofGroup : (documentIndent(text) ?? 2));
  const dashes = firstDefined(deepestFirst, (one) => dashesBelow(text, one.node, one.placed.start)) ?? documentDashes(text) ?? true;
  const around = firstDefined(deepestFirst, (one) => quotesIn(one.node)) ?? (found.length === 0 && group ? quotesOf(namesIn(group)) : undefined);
  return { eol, indent, dashesIndented: dashes, quote: around || quoteOf(tree), allQuoted: Boolean(around), compact: isCompact(tree) };
}

/** The quotes of the keys or items next to which something is written; false where some have none, undefined where nothing can be learned. */
function quotesIn(node: Node | undefined): Layout["quote"] | false | undefined {
  if (node?.kind === "map") return quotesOf(node.entries.filter(({ merged }) => !merged).map(({ key }) => key));
  if (node?.kind !== "list") return undefined;
  const texts = node.items.filter((item): item is ScalarNode => item.kind === "scalar" && typeof item.value === "string");
  return texts.length > 0 ? quotesOf(texts) : firstDefined(node.items, quotesIn);
}

function quotesOf(scalars: readonly ScalarNode[]): Layout["quote"] | false | undefined {
  if (scalars.some(({ style }) => style !== "single" && style !== "double")) return false;
  // What must be quoted shows no habit.
  const first = scalars.find(({ value }) => isPlain(String(value), "block"));
  return first && (first.style === "single" ? "'" : '"');
}

const namesIn = ({ sections }: Group): readonly ScalarNode[] => (sections ?? []).flatMap(({ section }) => section.entries.map(({ key }) => key));

export const lineStart = (text: string, offset: number): number => text.lastIndexOf("\n", offset - 1) + 1;

/** Where the line ends that holds an offset, its line end left out. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  if (end < 0) return text.length;
  return text[end - 1] === "\r" && end > offset ? end - 1 : end;
}

/** Where the next line starts; the end of the text where there is none. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end + 1;
}

/** How far in its line an offset stands. A byte order mark takes no room. */
export function column(text: string, offset: number): number {
  const start = lineStart(text, offset);
  return offset - start - (start === 0 && text.startsWith("\uFEFF") ? 1 : 0);
}

/** The blanks that a line begins with. */
export const margin = (text: string, offset: number): string => /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? "";

/** Only blanks stand before an offset in its line. */
export const startsLine = (text: string, offset: number): boolean => /^\uFEFF?[ \t]*$/.test(text.slice(lineStart(text, offset), offset));

/**
 * The end of the lines of something that starts at `column` and ends at `offset`: comments directly below belong to it
 * where they stand deeper than its start.
 */
export function endOfLines(text: string, offset: number, column: number): number {
  let end = lineEnd(text, offset);
  for (let at = nextLine(text, end); at < text.length; at = nextLine(text, at)) {
    const comment = /^( *)#/.exec(text.slice(at, lineEnd(text, at)));
    if (!comment || (comment[1] ?? "").length <= column) break;
    end = lineEnd(text, at);
  }
  return end;
}

/** How much deeper the keys of a block map stand than its own key. */
function indentBelow(text: string, { entry, node, placed }: Found): number {
  if (!entry || node?.kind !== "map" || node.flow) return 0;
  const child = node.entries.find((one) => !one.merged);
  const own = columnIn(text, entry.key.span.start, placed.start);
  const below = child ? columnIn(text, child.key.span.start, placed.start) - own : 0;
  return below > 0
    ? below
    : (firstPositive(node.entries, (one) => indentBelow(text, { entry: one, node: one.value, parent: node, placed, shared: false })) ?? 0);
}

/** Whether the first block list below a node stands deeper than its key; undefined when there is none. */
function dashesBelow(text: string, node: Node | undefined, start: number): boolean | undefined {
  if (node?.kind === "list") return firstDefined(node.items, (item) => dashesBelow(text, item, start));
  if (node?.kind !== "map" || node.flow) return undefined;
  return firstDefined(node.entries, ({ key, value, merged }) => {
    if (merged || !value) return undefined;
    if (value.kind !== "list" || value.flow || value.tag) return dashesBelow(text, value, start);
    return columnIn(text, value.span.start, start) > columnIn(text, key.span.start, start);
  });
}

const columnIn = (text: string, offset: number, start: number): number => column(text, shifted({ start: offset, end: offset }, start).start);

const documentIndent = (text: string): number | undefined => /\n( +)[^\s#-]/.exec(text)?.[1]?.length;

function documentDashes(text: string): boolean | undefined {
  const list = /(?:^|\n)( *)(?:- +)*[^\s#-][^\n]*:[ \t]*(?:#[^\n]*)?\r?\n( *)- /.exec(text);
  return list ? (list[2] ?? "").length > (list[1] ?? "").length : undefined;
}

const quoteOf = once(({ text }: Tree): Layout["quote"] => (count(text, /[:\-,[] *'/g) > count(text, /[:\-,[] *"/g) ? "'" : '"'));

const isCompact = once(({ text, format }: Tree): boolean => format === "json" && /[:,]["[{\d]/.test(text) && !/[:,][ \t]+["[{\d]/.test(text));

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

function firstDefined<T, V>(list: readonly T[], of: (one: T) => V | undefined): V | undefined {
  for (const one of list) {
    const value = of(one);
    if (value !== undefined) return value;
  }
  return undefined;
}

const firstPositive = <T>(list: readonly T[], of: (one: T) => number): number | undefined => firstDefined(list, (one) => of(one) || undefined);
