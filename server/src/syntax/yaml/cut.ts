import type { GroupPiece, Piece } from "../groups.ts";
import { keyAt } from "./header.ts";
import { isTemplateLine } from "./template-lines.ts";

/**
 * Cuts a YAML document, `text` from `start` to `end`, into its top-level keys and their entries by looking at the
 * first character of each line: one pass, no parser. Undefined when the document is no block map at column 0.
 */
export function cut(text: string, start: number, end: number): readonly GroupPiece[] | undefined {
  const groups: OpenGroup[] = [];
  const above: Above = { outer: -1, inner: -1 };
  for (let line = start; line < end; ) {
    const newline = text.indexOf("\n", line);
    const next = newline < 0 || newline >= end ? end : newline + 1;
    if (!takeLine(text, { line, next }, groups, above)) return undefined;
    line = next;
  }
  return groups.length === 0 ? undefined : groups.map((group, index) => closed(group, groups[index + 1]?.start ?? end));
}

/** Where the run of comments directly above starts, for a top-level key and for an entry; -1 for none. */
interface Above {
  outer: number;
  inner: number;
}

interface OpenGroup {
  readonly start: number;
  readonly at: number;
  readonly header: GroupPiece["header"];
  /** The column of the entries: -1 until the first one is seen. */
  column: number;
  /** False as soon as the value turns out to be no block map. */
  map: boolean;
  keyed: boolean;
  readonly entries: { readonly start: number; readonly at: number }[];
}

interface Line {
  readonly line: number;
  readonly next: number;
}

/** False when the document can't be cut. */
function takeLine(text: string, { line, next }: Line, groups: OpenGroup[], above: Above): boolean {
  const group = groups[groups.length - 1];
  let at = line;
  // Most lines lie deeper than any entry: they belong to what is open, whatever they say.
  const deeper = group?.map && group.column > 0 ? line + group.column + 1 : next;
  while (at < deeper && text.charCodeAt(at) === SPACE) at += 1;
  if (at === deeper || isBlank(text, at, next)) {
    above.outer = above.inner = -1;
    return true;
  }
  if (text[at] === "#" || isTemplateLine(text, at, next)) {
    takeComment(line, at - line, group, above);
    return true;
  }
  const fits =
    at === line ? takeTop(text, { line, next }, groups, above.outer) : group !== undefined && takeInner(text, { line, next }, at, group, above.inner);
  above.outer = above.inner = -1;
  return fits;
}

/** A comment deeper than the entries may be the text of a block scalar, so it stays with what stands above it. */
function takeComment(line: number, indent: number, group: OpenGroup | undefined, above: Above): void {
  if (indent > 0) above.outer = -1;
  else if (above.outer < 0) above.outer = line;
  if (group && group.column >= 0 && indent > group.column) above.inner = -1;
  else if (above.inner < 0) above.inner = line;
}

function takeTop(text: string, { line, next }: Line, groups: OpenGroup[], comments: number): boolean {
  const group = groups[groups.length - 1];
  if (text[line] === "?" && isEmptyAt(text, line + 1)) return false;
  if (continues(text, line)) {
    if (group && group.column < 0) group.map = false;
    return group !== undefined;
  }
  if (!group && FLOW_OR_BLOCK.includes(text[line] ?? "")) return false;
  const key = keyAt(text, line, next);
  if (!key && group?.map && group.column > 0) {
    // A word at column 0 that is no key is being typed there: the entries below it still belong to the group above.
    group.entries.push({ start: comments < 0 ? line : comments, at: line });
    return true;
  }
  const header = key?.bare ? { key: key.name, end: key.end } : undefined;
  groups.push({ start: comments < 0 ? line : comments, at: line, header, column: -1, map: header !== undefined, keyed: false, entries: [] });
  return true;
}

function takeInner(text: string, { line, next }: Line, at: number, group: OpenGroup, comments: number): boolean {
  if (!group.map) return true;
  const indent = at - line;
  if (group.column < 0) {
    group.column = indent;
    if (FLOW_OR_BLOCK.includes(text[at] ?? "") || continues(text, at) || (isQuote(text[at]) && !keyAt(text, at, next))) group.map = false;
  }
  if (text[at] === "?" && isEmptyAt(text, at + 1)) group.map = false;
  if (!group.map || indent !== group.column || continues(text, at)) return true;
  group.keyed ||= keyAt(text, at, next) !== undefined;
  group.entries.push({ start: comments < 0 ? line : comments, at });
  return true;
}

function closed({ start, at, header, map, keyed, entries }: OpenGroup, end: number): GroupPiece {
  const pieces = map && keyed ? entries.map((entry, index): Piece => ({ start: entry.start, at: entry.at, end: entries[index + 1]?.start ?? end })) : undefined;
  return { start, at, end, header, entries: pieces };
}

const SPACE = 32;

/** What begins a value and never a plain key: brackets, block scalars, properties, a tab. */
const FLOW_OR_BLOCK = "{[|>&!*\t";

/** A list item, a bracket that closes or a lone colon goes on with the entry above, even at its column. */
function continues(text: string, at: number): boolean {
  const character = text[at] ?? "";
  return "}],".includes(character) || ((character === "-" || character === ":") && isEmptyAt(text, at + 1));
}

const isEmptyAt = (text: string, at: number): boolean => at >= text.length || " \t\r\n".includes(text[at] ?? "");

const isQuote = (character: string | undefined): boolean => character === '"' || character === "'";

function isBlank(text: string, from: number, next: number): boolean {
  let at = from;
  while (at < next && " \t\r\n".includes(text[at] ?? "")) at += 1;
  return at === next;
}
