import type { GroupPiece, Piece } from "../groups.ts";
import { endOfComment, endOfString } from "./tokens.ts";

/**
 * Cuts a JSON object into its properties and theirs by counting brackets: one pass, no parser. Undefined when the
 * document is no object, or when its brackets or quotes do not match.
 */
export function cut(text: string): readonly GroupPiece[] | undefined {
  const state: State = {
    open: [],
    last: -1,
    colon: -1,
    outer: { separator: -1, first: -1 },
    inner: { separator: -1, first: -1 },
    groups: [],
    entries: undefined,
    done: false,
  };
  for (let at = text.startsWith("\uFEFF") ? 1 : 0; at < text.length; ) {
    const next = take(text, at, state);
    if (next === undefined) return undefined;
    at = next;
  }
  return state.done ? state.groups : undefined;
}

/** What is known of one level: where its last `{` or `,` ends, and where the first token behind it starts; -1 for none. */
interface Level {
  separator: number;
  first: number;
}

interface State {
  /** The brackets that wait for their end. */
  readonly open: number[];
  /** The end of the last token. */
  last: number;
  /** The end of the last token where it is a colon. */
  colon: number;
  outer: Level;
  inner: Level;
  readonly groups: GroupPiece[];
  entries: Piece[] | undefined;
  done: boolean;
}

const [TAB, NEWLINE, RETURN, SPACE, QUOTE, COMMA, SLASH, COLON] = [9, 10, 13, 32, 34, 44, 47, 58];
const [OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [91, 93, 123, 125];

/** Takes the token at an offset and gives the offset of the next; undefined when the text does not fit. */
function take(text: string, at: number, state: State): number | undefined {
  const code = text.charCodeAt(at);
  if (code === SPACE || code === NEWLINE || code === RETURN || code === TAB) return at + 1;
  if (code === SLASH) return endOfComment(text, at);
  if (state.done) return undefined;
  if (code === OPEN_BRACE || code === OPEN_BRACKET) return opened(at, code, state);
  if (code === CLOSE_BRACE || code === CLOSE_BRACKET) return closed(text, at, code, state);
  if (code === COMMA) {
    separated(text, at, state);
    return at + 1;
  }
  const end = code === QUOTE ? endOfString(text, at) : at + 1;
  if (end === undefined || state.open.length === 0) return undefined;
  started(at, state);
  if (code === COLON) state.colon = end;
  state.last = end;
  return end;
}

function opened(at: number, code: number, state: State): number | undefined {
  const depth = state.open.length;
  if (depth === 0) {
    if (code !== OPEN_BRACE) return undefined;
    state.outer = { separator: at + 1, first: -1 };
  } else {
    started(at, state);
    if (depth === 1 && code === OPEN_BRACE && state.colon === state.last) {
      state.entries = [];
      state.inner = { separator: at + 1, first: -1 };
    }
  }
  state.open.push(code);
  state.last = at + 1;
  return at + 1;
}

function closed(text: string, at: number, code: number, state: State): number | undefined {
  if (state.open.at(-1) !== (code === CLOSE_BRACE ? OPEN_BRACE : OPEN_BRACKET)) return undefined;
  separated(text, at, state);
  state.open.pop();
  state.last = at + 1;
  state.done = state.open.length === 0;
  return at + 1;
}

/** Ends the property of the level that a comma or a closing bracket at `at` belongs to. */
function separated(text: string, at: number, state: State): void {
  const depth = state.open.length;
  if (depth === 1) {
    const piece = pieceOf(text, state.outer, state.last);
    if (piece) state.groups.push(groupPiece(text, piece, state.entries ?? []));
    state.entries = undefined;
    state.outer = { separator: at + 1, first: -1 };
  }
  if (depth === 2 && state.entries) {
    const piece = pieceOf(text, state.inner, state.last);
    if (piece) state.entries.push(piece);
    state.inner = { separator: at + 1, first: -1 };
  }
  state.last = at + 1;
}

/** A group with its key, when there are entries to be read one by one. */
export function groupPiece(text: string, { start, at, end }: Piece, entries: readonly Piece[]): GroupPiece {
  const keyEnd = text[at] === '"' ? endOfString(text, at) : undefined;
  const key = keyEnd === undefined ? undefined : nameOf(text.slice(at, keyEnd));
  const header = key === undefined || keyEnd === undefined ? undefined : { key, end: keyEnd };
  return { start, at, end, header, entries: header && entries.length > 0 ? entries : undefined, valueEnd: end };
}

function nameOf(quoted: string): string | undefined {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return undefined;
  }
}

function started(at: number, state: State): void {
  const depth = state.open.length;
  if (depth === 1 && state.outer.first < 0) state.outer.first = at;
  if (depth === 2 && state.entries && state.inner.first < 0) state.inner.first = at;
}

const pieceOf = (text: string, { separator, first }: Level, end: number): Piece | undefined =>
  first < 0 ? undefined : { start: startOfLead(text, separator, first), at: first, end };

/** Comments on the lines above a property belong to it; what stands behind the separator, on its line, belongs to what was before. */
function startOfLead(text: string, separator: number, first: number): number {
  const gap = text.slice(separator, first);
  const newline = gap.indexOf("\n");
  if (newline < 0 || gap.slice(0, newline).includes("/*")) return separator + (/^[ \t\r]*/.exec(gap)?.[0].length ?? 0);
  const blank = /^(?:[ \t\r]*\n)*/.exec(gap.slice(newline + 1))?.[0].length ?? 0;
  return separator + newline + 1 + blank;
}
