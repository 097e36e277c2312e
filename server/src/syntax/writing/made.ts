import type { TextEdit } from "../../base/span.ts";

/** The text edits that an edit comes to, or why it can't be made. */
export type Made = readonly TextEdit[] | Refusal;

export interface Refusal {
  readonly cannot: string;
}

export const cannot = (reason: string): Refusal => ({ cannot: reason });

export const insertAt = (offset: number, text: string): TextEdit => ({ span: { start: offset, end: offset }, text });

export const replaceText = (start: number, end: number, text: string): TextEdit => ({ span: { start, end }, text });
