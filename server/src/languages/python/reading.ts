import type { Span } from "../../base/span.ts";
import type { Import } from "../../model/code/module.ts";
import { flat } from "../../syntax/flat.ts";
import type { StyleCount } from "./style.ts";

/** What the lowering of one text knows and gathers. */
export interface Reading {
  readonly text: string;
  /** Gathered: the bindings of imports that run with the module. */
  readonly imports: Import[];
  /** Gathered: what the grammar accepts and Python 3 does not. */
  readonly broken: Span[];
  readonly style: StyleCount;
  readonly words: Map<string, string>;
  readonly scope: Scope;
}

/** Where a piece of code stands. */
export interface Scope {
  readonly kind: "module" | "class" | "function";
  /** The name that stands for `this`: `self`, `cls`. */
  readonly receiver: string | undefined;
  /** Whether only type checkers run it. */
  readonly typeOnly: boolean;
}

export const within = (reading: Reading, scope: Partial<Scope>): Reading => ({ ...reading, scope: { ...reading.scope, ...scope } });

export const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** Engines copy slices up to this length; longer ones hold the text that they were cut from. */
const COPIED = 12;

/** The text of a node that is a name, without holding the whole text. */
export function wordOf(reading: Reading, { start, end }: Span): string {
  const slice = reading.text.slice(start, end);
  if (slice.length <= COPIED) return slice;
  const known = reading.words.get(slice);
  if (known !== undefined) return known;
  const word = flat(slice);
  reading.words.set(word, word);
  return word;
}
