/** A half-open range of UTF-16 offsets in one text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A zero-based position; `character` counts UTF-16 code units, as the Language Server Protocol does by default. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Replaces `span` of a text by `text`; an empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

export const span = (start: number, end: number): Span => ({ start, end });

export const shifted = (of: Span, by: number): Span => ({ start: of.start + by, end: of.end + by });

/**
 * Applies edits that were all computed against `text`. Edits must not overlap; several inserts at one offset
 * are written in the order given.
 * @throws RangeError when two edits overlap, which is a bug of their author.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end || a.order - b.order);
  let out = "";
  let at = 0;
  for (const { edit } of ordered) {
    if (edit.span.start < at) throw new RangeError(`Edits overlap at offset ${edit.span.start}.`);
    out += text.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  }
  return out + text.slice(at);
}
