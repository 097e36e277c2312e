import type { Span, TextEdit } from "../../base/span.ts";
import type { Module } from "../../model/code/module.ts";
import type { GrammarName } from "../../syntax/code/parser.ts";

/** A text of handler code that is to be changed, and what it was read as. */
export interface Writing {
  readonly text: string;
  readonly module: Module;
  /** Whether types are written in it is the grammar's to say. */
  readonly grammar: GrammarName;
}

/** Edits of one text, all computed against it, or a short reason why it is left alone. */
export type WrittenCode = { readonly edits: readonly TextEdit[] } | Cannot;

export interface Cannot {
  readonly cannot: string;
}

export const cannot = (reason: string): Cannot => ({ cannot: reason });

export const NOT_THERE: Cannot = { cannot: "the code is not there any more" };

export const inserted = (at: number, text: string): TextEdit => ({ span: { start: at, end: at }, text });

export const replaced = (span: Span, text: string): TextEdit => ({ span, text });

export const textAt = ({ text }: Pick<Writing, "text">, { start, end }: Span): string => text.slice(start, end);
