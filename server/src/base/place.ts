import type { Span } from "./span.ts";

/** One step into a document: a key of a map or an index of a list. */
export type Step = string | number;

/**
 * A way from the root of a document to one of its nodes, kept as a list linked towards the root: building it costs
 * one small object per node and siblings share it. It holds no offsets, so text above it can move without making it stale.
 */
export interface Path {
  readonly up: Path | undefined;
  readonly step: Step;
  /** Present only at the root of a path in another document than the one that is read; it is no step itself. */
  readonly document?: Elsewhere;
}

/** Another document that the one that is read takes something from. */
export interface Elsewhere {
  readonly uri: string;
  /** What in the document that is read leads there: an include, a parameter that is given a value. */
  readonly from: Path | undefined;
}

/** Which part of the entry at a path is meant: its key (or `- ` item itself), its value, or both. */
export type Part = "key" | "value" | "entry";

/**
 * Where something stands, in words that survive editing elsewhere in the file; spans are computed at the very end.
 * `within` narrows the place to a span of the decoded text of a scalar (a block scalar, a quoted string).
 */
export interface Place {
  readonly uri: string;
  readonly path: Path | undefined;
  readonly part: Part;
  readonly within?: Span;
}

export const below = (up: Path | undefined, step: Step): Path => ({ up, step });

/** The root of all paths in another document. */
export const rootIn = (uri: string, from: Path | undefined): Path => ({ up: undefined, step: "", document: { uri, from } });

/** The other document that a path leads into; undefined for a path in the document that is read. */
export function elsewhere(path: Path | undefined): Elsewhere | undefined {
  let at = path;
  while (at?.up) at = at.up;
  return at?.document;
}

/** The place of a value that was read in a document, or in one that the document takes in. */
export const placeOfValue = (uri: string, path: Path | undefined): Place => ({ uri: elsewhere(path)?.uri ?? uri, path, part: "value" });

export function pathOf(steps: readonly Step[]): Path | undefined {
  let path: Path | undefined;
  for (const step of steps) path = below(path, step);
  return path;
}

/** The first step of a path: the top-level key below which it leads. */
export function rootOf(path: Path | undefined): Step | undefined {
  let at = path;
  while (at?.up && !at.up.document) at = at.up;
  return at?.document ? undefined : at?.step;
}

export function stepsOf(path: Path | undefined): Step[] {
  const steps: Step[] = [];
  for (let at = path; at && !at.document; at = at.up) steps.push(at.step);
  return steps.reverse();
}
