import type { Span, TextEdit } from "../base/span.ts";

/**
 * A text that is being edited step by step, as what is kept of the original and what is new. In the end it is the
 * original and the fewest edits that make it the new text, whatever the steps were.
 */
export type Piece = { readonly is: "kept"; readonly span: Span } | { readonly is: "new"; readonly text: string; readonly labels: readonly string[] };

export interface LabelledEdit extends TextEdit {
  /** What the edit is for; one edit may serve several fixes. */
  readonly labels: readonly string[];
}

export const whole = (text: string): readonly Piece[] => [{ is: "kept", span: { start: 0, end: text.length } }];

/** Applies edits that were all computed against the present text and do not overlap; from the last to the first, so that offsets hold. */
export function edited(pieces: readonly Piece[], edits: readonly LabelledEdit[]): readonly Piece[] {
  const ordered = edits.map((edit, order) => ({ edit, order }));
  ordered.sort((a, b) => b.edit.span.start - a.edit.span.start || b.edit.span.end - a.edit.span.end || b.order - a.order);
  return ordered.reduce((now, { edit }) => replaced(now, edit), pieces);
}

export function textOf(pieces: readonly Piece[], original: string): string {
  return pieces.map((piece) => (piece.is === "new" ? piece.text : original.slice(piece.span.start, piece.span.end))).join("");
}

/** The edits that lead from the original to the present text, in order; what an edit leaves as it was is trimmed off. */
export function editsOf(pieces: readonly Piece[], original: string): readonly LabelledEdit[] {
  const edits: LabelledEdit[] = [];
  let at = 0;
  let text = "";
  let labels: string[] = [];
  for (const piece of [...pieces, { is: "kept", span: { start: original.length, end: original.length } } as const]) {
    if (piece.is === "new") {
      text += piece.text;
      labels = [...new Set([...labels, ...piece.labels])];
      continue;
    }
    const edit = trimmed({ span: { start: at, end: piece.span.start }, text }, original);
    if (edit) edits.push({ ...edit, labels });
    at = piece.span.end;
    text = "";
    labels = [];
  }
  return edits;
}

function replaced(pieces: readonly Piece[], { span, text, labels: own }: LabelledEdit): readonly Piece[] {
  const before = between(pieces, 0, span.start);
  const gone = between(pieces, span.start, span.end);
  const after = between(pieces, span.end, Number.POSITIVE_INFINITY);
  // What replaces new text serves those for whom it was written too.
  const labels = [...new Set([...gone.flatMap((piece) => (piece.is === "new" ? piece.labels : [])), ...own])];
  return [...before, { is: "new", text, labels }, ...after];
}

/** The pieces between two offsets of the present text. */
function between(pieces: readonly Piece[], start: number, end: number): readonly Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const length = lengthOf(piece);
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at, length)];
    if (from < to) found.push(cut(piece, from, to));
    at += length;
  }
  return found;
}

const lengthOf = (piece: Piece): number => (piece.is === "new" ? piece.text.length : piece.span.end - piece.span.start);

function cut(piece: Piece, from: number, to: number): Piece {
  if (piece.is === "new") return { ...piece, text: piece.text.slice(from, to) };
  return { is: "kept", span: { start: piece.span.start + from, end: piece.span.start + to } };
}

function trimmed({ span, text }: TextEdit, original: string): TextEdit | undefined {
  let { start, end } = span;
  let [from, to] = [0, text.length];
  while (start < end && from < to && original[start] === text[from]) {
    start += 1;
    from += 1;
  }
  while (start < end && from < to && original[end - 1] === text[to - 1]) {
    end -= 1;
    to -= 1;
  }
  return start === end && from === to ? undefined : { span: { start, end }, text: text.slice(from, to) };
}
