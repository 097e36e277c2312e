import type { Span } from "../../base/span.ts";
import type { Statement } from "../../model/code/code.ts";
import type { Module } from "../../model/code/module.ts";
import { shifter } from "./shifted.ts";

/** A text that was read, and what it says. */
export interface Readout {
  readonly text: string;
  readonly module: Module;
}

/**
 * Reads a text that differs in one place from one that was read: only the statements at the top of the module that the
 * difference touches are read again. Undefined where that is not surely the same as reading the whole.
 * @param read reads a text whole
 */
export function reread(text: string, previous: Readout, read: (text: string) => Module): Module | undefined {
  const { module } = previous;
  if (module.broken.length > 0) return undefined;
  const change = differenceOf(previous.text, text);
  const region = regionAround(previous, change);
  if (!region) return undefined;
  const by = text.length - previous.text.length;
  const piece = text.slice(region.start, region.end + by);
  if (piece.length * 2 > text.length || !standsAlone(piece, text, region.end + by, module)) return undefined;
  const again = read(piece);
  if (again.broken.length > 0 || runsTogether(again)) return undefined;
  return spliced(module, again, region, by);
}

/** What differs between two texts, as a span of the first. */
function differenceOf(before: string, after: string): Span {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let same = 0;
  while (same < shorter - start && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)) same += 1;
  return { start, end: before.length - same };
}

/** From behind the last statement that ends on a line above the change to where the first one begins on a line below it. */
function regionAround({ text, module }: Readout, change: Span): Span | undefined {
  const lineStart = text.lastIndexOf("\n", change.start - 1) + 1;
  const lineEnd = text.indexOf("\n", change.end);
  if (lineEnd < 0) return undefined;
  let start = 0;
  let end = text.length;
  for (const { at } of itemsOf(module)) {
    if (at.end < lineStart) start = Math.max(start, text.indexOf("\n", at.end) + 1);
    if (at.start > lineEnd) end = Math.min(end, text.lastIndexOf("\n", at.start) + 1);
  }
  // A statement that stands astride of a border belongs to the region as a whole, which then has none.
  const astride = itemsOf(module).some(({ at }) => (at.start < start && at.end > start) || (at.start < end && at.end > end));
  return start < end && start <= change.start && change.end <= end && !astride ? { start, end } : undefined;
}

const itemsOf = ({ body, imports, exports }: Module): readonly { readonly at: Span }[] => [...body, ...imports, ...exports];

/** What begins with one of these cannot go on with the statement above it. */
const BEGINS = /^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/|#[^\n]*\n)*(?:[A-Za-z_$@"'}]|$)/;
const GOES_ON = /^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/|#[^\n]*\n)*(?:in|instanceof|else|elif|except|finally|catch|case)\b/;

/** Whether a piece of a text means alone what it means where it stands. */
function standsAlone(piece: string, text: string, end: number, { language }: Module): boolean {
  const below = text.slice(end, end + 2_000);
  if (!BEGINS.test(piece) || GOES_ON.test(piece) || !BEGINS.test(below) || GOES_ON.test(below)) return false;
  return language !== "python" || (!/^[ \t]+\S/.test(piece.replace(/^(?:[ \t]*(?:#[^\n]*)?\n)+/, "")) && !/\\\s*$/.test(piece));
}

/** Two statements without anything between them: what the grammar makes of that depends on what is around. */
const runsTogether = ({ body }: Module): boolean => body.some(({ at }, index) => body[index - 1]?.at.end === at.start);

function spliced(module: Module, again: Module, region: Span, by: number): Module {
  const moved = shifter(region.start);
  const below = shifter(by);
  const list = <Item extends { readonly at: Span }>(old: readonly Item[], fresh: readonly Item[]): readonly Item[] => [
    ...old.filter(({ at }) => at.end <= region.start),
    ...fresh.map((item) => moved(item)),
    ...old.filter(({ at }) => at.start >= region.end).map((item) => below(item)),
  ];
  return {
    ...module,
    imports: list(module.imports, again.imports),
    exports: list(module.exports, again.exports),
    body: list<Statement>(module.body, again.body),
    comments: list(module.comments, again.comments),
  };
}
