import { type Span, span } from "../../base/span.ts";
import type { Comment } from "../../model/code/module.ts";
import type { Writing } from "./writing.ts";

/** Where the line of an offset begins. */
export const lineStart = (text: string, offset: number): number => (offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1);

/** Where the line of an offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf("\n", offset);
  const end = at < 0 ? text.length : at;
  return end > offset && text[end - 1] === "\r" ? end - 1 : end;
}

/** Where the next line begins; the end of the text where there is none. */
export function nextLine(text: string, offset: number): number {
  const at = text.indexOf("\n", offset);
  return at < 0 ? text.length : at + 1;
}

/** The blanks at the beginning of the line of an offset. */
export function indentationAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return /^[ \t]*/.exec(text.slice(start, lineEnd(text, start)))?.[0] ?? "";
}

export const lineBreakOf = (text: string): string => (text.includes("\r\n") ? "\r\n" : "\n");

/** What stands before an offset on its line. */
export const before = (text: string, offset: number): string => text.slice(lineStart(text, offset), offset);

/** Whether a span covers several lines. */
export const isMultiline = (text: string, { start, end }: Span): boolean => text.slice(start, end).includes("\n");

/** The comments that stand in a span. */
export const commentsIn = ({ module }: Writing, { start, end }: Span): readonly Comment[] =>
  module.comments.filter(({ at }) => at.start < end && start < at.end);

/** Where the first of the comments begins that stand directly above a line that begins at `start`, each on lines of its own. */
export function commentedFrom({ text, module }: Writing, start: number): number {
  let from = start;
  for (;;) {
    const above = module.comments.find(({ at }) => nextLine(text, at.end) === from && at.end < from);
    if (!above || before(text, above.at.start).trim() !== "" || text.slice(above.at.end, from).trim() !== "") return from;
    from = lineStart(text, above.at.start);
  }
}

/** Whole lines that hold a span and nothing else but comments behind it; undefined where something else stands on them. */
export function wholeLines(writing: Writing, of: Span): Span | undefined {
  const { text } = writing;
  if (before(text, of.start).trim() !== "") return undefined;
  const end = nextLine(text, of.end);
  let at = of.end;
  while (at < end) {
    const comment = writing.module.comments.find((each) => each.at.start === at);
    if (!comment && !/[\s;]/.test(text[at] ?? "")) return undefined;
    at = comment ? comment.at.end : at + 1;
  }
  return at > end ? undefined : span(lineStart(text, of.start), end);
}

/** How many blank lines stand directly above an offset at the beginning of a line. */
export function blankLinesAbove(text: string, start: number): number {
  let count = 0;
  for (let at = start; at > 0; count += 1) {
    const above = lineStart(text, at - 1);
    if (text.slice(above, at).trim() !== "") return count;
    at = above;
  }
  return count;
}

/** The same lines with another indentation at the beginning of each that is not blank. */
export function reindented(lines: string, from: string, to: string): string {
  return lines
    .split("\n")
    .map((line) => (line.trim() === "" ? line : line.startsWith(from) ? to + line.slice(from.length) : line))
    .join("\n");
}
