import type { GroupPiece, Piece } from "../groups.ts";
import { cut, groupPiece } from "./cut.ts";

/**
 * Cuts a JSON document whose brackets or quotes do not match by the indentation of its lines, so that the damage stays
 * in one property. Properties without damage get the same pieces as in `cut`. Undefined when it is not laid out in lines.
 */
export function cutByIndentation(text: string): readonly GroupPiece[] | undefined {
  const lines = linesOf(text);
  const top = lines.find((line) => line.quote)?.indent;
  if (top === undefined) return undefined;
  return blocks(text, lines, 0, lines.length, top).map((block) => groupPiece(text, block, entriesOf(text, lines, block, top)));
}

function entriesOf(text: string, lines: readonly Line[], block: Block, column: number): readonly Piece[] {
  // What is undamaged is cut as ever, so that its sections stay the same.
  const [whole] = cut(`{${text.slice(block.start, block.end)}}`) ?? [];
  if (whole)
    return (whole.entries ?? []).map(({ start, at, end }) => ({ start: start + block.start - 1, at: at + block.start - 1, end: end + block.start - 1 }));
  if (!opensObject(text, lines[block.line])) return [];
  const deeper = lines.find((line, index) => index > block.line && index < block.lineEnd && line.quote)?.indent;
  return deeper !== undefined && deeper > column ? blocks(text, lines, block.line + 1, block.lineEnd, deeper) : [];
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
  readonly blank: boolean;
  /** The line starts with a string, in an object that is a key. */
  readonly quote: boolean;
  readonly comment: boolean;
  readonly closes: boolean;
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline + 1;
    let at = start;
    while (at < end && (text[at] === " " || text[at] === "\t")) at += 1;
    const blank = at === end || text[at] === "\n" || text[at] === "\r";
    lines.push({
      start,
      end,
      indent: at - start,
      blank,
      quote: text[at] === '"',
      comment: text.startsWith("//", at),
      closes: text[at] === "}" || text[at] === "]",
    });
    start = end;
  }
  return lines;
}

interface Block extends Piece {
  readonly line: number;
  readonly lineEnd: number;
}

/** The properties whose keys stand at one column, each up to the first line that belongs to something else. */
function blocks(text: string, lines: readonly Line[], from: number, to: number, column: number): readonly Block[] {
  const found: Block[] = [];
  for (let index = from; index < to; ) {
    const line = lines[index];
    if (!line?.quote || line.indent !== column) {
      index += 1;
      continue;
    }
    let end = index + 1;
    while (end < to && belongs(lines[end], column)) end += 1;
    const lead = leadOf(lines, index, from);
    const last = trailing(lines, index, end);
    found.push({
      start: lines[lead]?.start ?? line.start,
      at: line.start + column,
      end: trimmedEnd(text, lines[last - 1]?.end ?? line.end),
      line: index,
      lineEnd: end,
    });
    index = end;
  }
  return found;
}

/** A block goes on to the next key at its column, or to a bracket that closes what it stands in; whatever else stands too far left is the damage. */
const belongs = (line: Line | undefined, column: number): boolean =>
  line !== undefined && (line.indent < column ? !line.closes : line.indent > column || !line.quote);

/** Blanks and the comma behind a property are not its text. */
function trimmedEnd(text: string, end: number): number {
  let at = end;
  while (" \t\r\n,".includes(text[at - 1] ?? "-")) at -= 1;
  return at;
}

/** Comments at the end of a block are those above the next one. */
function trailing(lines: readonly Line[], from: number, to: number): number {
  let last = to;
  while (last > from + 1 && (lines[last - 1]?.blank || lines[last - 1]?.comment)) last -= 1;
  return last;
}

function leadOf(lines: readonly Line[], index: number, from: number): number {
  let lead = index;
  for (let at = index - 1; at >= from && (lines[at]?.comment || lines[at]?.blank); at -= 1) if (lines[at]?.comment) lead = at;
  return lead;
}

const opensObject = (text: string, line: Line | undefined): boolean =>
  line !== undefined && /:[ \t]*\{[ \t]*(?:\/\/[^\n]*)?\s*$/.test(text.slice(line.start, line.end));
