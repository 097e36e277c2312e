import { Lines } from "../base/lines.ts";
import { once } from "../base/memo.ts";
import type { Position, Range, Span } from "../base/span.ts";
import type { Review } from "../engine/reported.ts";
import type { FileState, Snapshot } from "../engine/snapshot.ts";
import type { Rule } from "../rules/define.ts";
import type { Typing } from "./calm.ts";
import type { Client } from "./client.ts";
import type { Settings } from "./settings.ts";

/** Offsets of one text as the editor counts them; `Lines` is one, and so is an open document. */
export interface Positions {
  range(of: Span): Range;
  /** Positions outside the text are clamped to it. */
  offset(position: Position): number;
}

/** One document as the editor sees it: its review, and what is needed to speak of it in the editor's terms. */
export interface View {
  readonly review: Review;
  /** What was reviewed, and everything beside it. */
  readonly snapshot: Snapshot;
  /** The text that was reviewed. */
  readonly positions: Positions;
  /** The document's version; null where the document is not open. */
  readonly version: number | null;
  readonly settings: Settings;
  /** Where a letter was typed just now, in this document or another one; undefined when nobody is typing. */
  readonly typing?: Typing | undefined;
  readonly client: Client;
  /** All rules, in the order of the catalogue. */
  readonly rules: readonly Rule[];
  /** The review that this document would have with another text; `previous` lends what did not change. */
  readonly revise: (text: string, previous: Review) => Review;
}

/** Offsets of the document itself, or of another file that was read; undefined for one that was not. */
export function positionsIn({ review, positions, snapshot }: View, uri: string): Positions | undefined {
  if (uri === review.uri) return positions;
  const file = snapshot.files.get(uri);
  return file?.state === "loaded" ? linesOf(file) : undefined;
}

const linesOf = once((file: Extract<FileState, { state: "loaded" }>) => new Lines(file.text));
