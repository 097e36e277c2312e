import type { Span } from "../../base/span.ts";

/** A piece of decoded text, from `start` to `end`, and where it is written. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly host: Span;
  /** Written as it reads; else an escape, a fold or a line end with the indentation behind it. */
  readonly exact: boolean;
}

export interface Segments {
  readonly text: string;
  readonly list: readonly Segment[];
}

/** Collects the segments of one scalar in the order of its text. */
export class SegmentsBuilder implements Segments {
  readonly #host: string;
  readonly #list: Segment[] = [];
  #text = "";

  constructor(host: string) {
    this.#host = host;
  }

  get text(): string {
    return this.#text;
  }

  get list(): readonly Segment[] {
    return this.#list;
  }

  /** The host's text between two offsets, as it is. */
  exact(from: number, to: number): void {
    if (to <= from) return;
    this.#add(this.#host.slice(from, to), from, to, true);
  }

  /** The host's text between two offsets stands for another text. */
  replaced(from: number, to: number, by: string): void {
    if (by !== "") this.#add(by, from, to, false);
  }

  #add(text: string, from: number, to: number, exact: boolean): void {
    const start = this.#text.length;
    this.#text += text;
    this.#list.push({ start, end: this.#text.length, host: { start: from, end: to }, exact });
  }
}
