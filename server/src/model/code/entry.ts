import type { Place } from "../../base/place.ts";
import type { GrammarName } from "../../syntax/code/parser.ts";

/** A text with code in it: a file, or a scalar of a template (`InlineCode`). */
export interface Source {
  /** The file, or the scalar: a span of the code is a place `{ ...place, within: span }`. */
  readonly place: Place;
  readonly text: string;
  readonly grammar: GrammarName;
}

/** Where a function's code begins. */
export interface Entry {
  readonly source: Source;
  /** The name that the runtime looks for in the module: `handler`. */
  readonly exportName: string;
  /** Folders (addresses that end with `/`) from which the language resolves imports that are no relative ones, nearest first. */
  readonly roots: readonly string[];
  /** Whether what is deployed is made from this source by a compiler or bundler. */
  readonly built: boolean;
}

/** That no file is where the function says, and how sure that is. */
export interface MissingEntry {
  /** The path that the runtime will look for, relative to the template's folder, without an extension. */
  readonly wanted: string;
  /** The only file close by that a typo could have meant, as the value that `Handler` should have. */
  readonly nearest: string | undefined;
}
