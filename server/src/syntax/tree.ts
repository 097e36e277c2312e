import type { Span } from "../base/span.ts";
import type { Entry, Node } from "./node.ts";

export type Format = "yaml" | "json";

/** Something that the parser did not understand. Offsets are the document's. */
export interface SyntaxProblem {
  readonly code: string;
  readonly message: string;
  readonly span: Span;
}

/**
 * One entry of a template (a resource, a parameter, an output) with the comments directly above it, read on its own.
 * The object is reused as long as its text stays the same, so it serves as a memo key.
 */
export interface Section {
  /** A flat copy of the text, indentation and comments above included. */
  readonly text: string;
  /** Spans are relative to `text`. More than one entry where the text could not be cut further; none where nothing was read. */
  readonly entries: readonly Entry[];
  /** Spans are relative to `text`. A section with problems is not complete: what was not read in it is unknown. */
  readonly problems: readonly SyntaxProblem[];
}

export interface PlacedSection {
  readonly section: Section;
  /** Its position among all sections of the document. */
  readonly index: number;
  /** Offset of the section's text in the document. */
  readonly start: number;
}

/** One key at the top of the document: cut into a section an entry where it holds a block map or a JSON object, else read whole. */
export interface Group {
  readonly key: string;
  readonly keySpan: Span;
  readonly span: Span;
  /** Present when the group's value is a map that was cut into its entries. */
  readonly sections?: readonly PlacedSection[];
  /** Present otherwise: the value as it was read, in the section that holds it. */
  readonly whole?: { readonly placed: PlacedSection; readonly value: Node | undefined };
}

/** The groups of a document, and the keys of each section. */
export interface Outline {
  readonly of: "document";
}

export interface Tree {
  readonly text: string;
  readonly format: Format;
  readonly eol: "\n" | "\r\n";
  readonly groups: readonly Group[];
  /** All sections, in order of the text. */
  readonly placed: readonly PlacedSection[];
  /** The same object as long as the sections have the same keys: then a path leads into the section at the same position. */
  readonly outline: Outline;
  /** All problems of the document, offsets are the document's, in order. */
  readonly problems: readonly SyntaxProblem[];
  /** Sections that this reading had to parse; the others were reused. For the bench. */
  readonly sectionsRead: number;
}
