import type { Position, Range, Span } from "./span.ts";

/** Offsets of line starts of one text; lines end in `\n`, `\r\n` or a lone `\r`, as editors count them. */
export class Lines {
  readonly #starts: readonly number[];
  readonly #length: number;

  constructor(text: string) {
    const starts = [0];
    const lineEnd = /\r\n|\n|\r/g;
    while (lineEnd.exec(text)) starts.push(lineEnd.lastIndex);
    this.#starts = starts;
    this.#length = text.length;
  }

  get count(): number {
    return this.#starts.length;
  }

  /** The position of an offset; offsets outside the text are clamped to it. */
  position(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: at - (this.#starts[low] ?? 0) };
  }

  /** The offset of a position; positions outside the text are clamped to it. */
  offset(position: Position): number {
    if (position.line < 0) return 0;
    const start = this.#starts[position.line];
    if (start === undefined) return this.#length;
    const next = this.#starts[position.line + 1] ?? this.#length + 1;
    return Math.min(start + Math.max(0, position.character), Math.max(start, next - 1), this.#length);
  }

  range(of: Span): Range {
    return { start: this.position(of.start), end: this.position(of.end) };
  }
}
