import type { ScalarNode } from "../node.ts";
import { type Segments, SegmentsBuilder } from "./segments.ts";

/** Segments of a plain or quoted scalar: its lines are folded into one, its escapes undone. */
export function flowSegments(host: string, node: ScalarNode): Segments {
  const segments = new SegmentsBuilder(host);
  const start = node.span.end - node.source.length;
  const quoted = node.style === "single" || node.style === "double";
  const closed = quoted && node.source.length > 1;
  folded(host, start + (quoted ? 1 : 0), node.span.end - (closed ? 1 : 0), node.style, segments);
  return segments;
}

type Style = ScalarNode["style"];

function folded(host: string, from: number, to: number, style: Style, segments: SegmentsBuilder): void {
  let at = from;
  for (let newline = host.indexOf("\n", at); newline >= 0 && newline < to; newline = host.indexOf("\n", at)) {
    const { end, escaped } = endOfLine(host, at, newline, style);
    content(host, at, end, style, segments);
    const next = nextContent(host, newline + 1, to);
    const space = next.breaks > 0 ? "\n".repeat(next.breaks) : escaped ? "" : " ";
    segments.replaced(end, next.at, space);
    at = next.at;
  }
  content(host, at, to, style, segments);
}

/** Where the text of a line ends: before its trailing blanks, or before a backslash that escapes the line end. */
function endOfLine(host: string, from: number, newline: number, style: Style): { readonly end: number; readonly escaped: boolean } {
  let end = newline;
  while (end > from && " \t\r".includes(host[end - 1] ?? "")) end -= 1;
  let backslashes = 0;
  while (end - backslashes > from && host[end - 1 - backslashes] === "\\") backslashes += 1;
  const escaped = style === "double" && backslashes % 2 === 1;
  return { end: escaped ? end - 1 : end, escaped };
}

function nextContent(host: string, from: number, to: number): { readonly at: number; readonly breaks: number } {
  let at = from;
  let breaks = 0;
  for (; at < to && " \t\r\n".includes(host[at] ?? ""); at += 1) if (host[at] === "\n") breaks += 1;
  return { at, breaks };
}

function content(host: string, from: number, to: number, style: Style, segments: SegmentsBuilder): void {
  const mark = MARKS[style];
  let at = from;
  while (mark !== undefined) {
    const sequence = host.indexOf(mark, at);
    if (sequence < 0 || sequence >= to) break;
    segments.exact(at, sequence);
    at = style === "single" ? sequence + 2 : endOfEscape(host, sequence);
    segments.replaced(sequence, at, style === "single" ? "'" : unescaped(host.slice(sequence, at)));
  }
  segments.exact(at, to);
}

/** What an escape sequence starts with. */
const MARKS: Readonly<Partial<Record<Style, string>>> = { single: "''", double: "\\" };

const DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

const endOfEscape = (host: string, at: number): number => at + 2 + (DIGITS[host[at + 1] ?? ""] ?? 0);

/** The escapes of YAML, of which those of JSON are some. */
const ESCAPES: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  t: "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  e: "\x1b",
  N: "\x85",
  _: "\xa0",
  L: "\u2028",
  P: "\u2029",
};

function unescaped(sequence: string): string {
  const sign = sequence[1] ?? "";
  if (DIGITS[sign] === undefined) return ESCAPES[sign] ?? sign;
  const code = Number.parseInt(sequence.slice(2), 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}
