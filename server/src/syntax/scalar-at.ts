import type { Step } from "../base/place.ts";
import { type Span, shifted } from "../base/span.ts";
import { decode } from "./embedded.ts";
import { follow } from "./find.ts";
import type { Tree } from "./tree.ts";

/** A scalar of a document that holds a text of its own, such as inline code. */
export interface ScalarText {
  readonly text: string;
  /** The document's span for one of the text, as far as both its ends stand somewhere; line ends and indentation between them are in it. */
  hostOf(span: Span): Span | undefined;
  /** A piece of text as it is written there; undefined where it can't be. */
  spelled(text: string): string | undefined;
}

/** The text of the scalar at a path; undefined where there is none. */
export function scalarAt(tree: Tree, path: readonly Step[]): ScalarText | undefined {
  const { found, missing, inside } = follow(tree, path);
  const last = found.at(-1);
  if (inside || missing.length > 0 || last?.node?.kind !== "scalar") return undefined;
  const { node, placed } = last;
  const { text } = placed.section;
  const decoded = decode(text, node);
  const hostAt = (offset: number) => decoded.toHost({ start: offset, end: offset })?.start;
  const indent = node.style === "literal" ? indentOf(text, hostAt(firstLetter(decoded.text))) : undefined;
  return {
    text: decoded.text,
    hostOf({ start, end }) {
      const from = hostAt(start);
      const to = hostAt(end);
      return from === undefined || to === undefined || to < from ? undefined : shifted({ start: from, end: to }, placed.start);
    },
    spelled: (piece) => (indent === undefined ? decoded.encode(piece) : piece.replace(/\n(?!\n)/g, `\n${indent}`)),
  };
}

const firstLetter = (text: string): number => Math.max(0, text.search(/\S/));

/** What stands before an offset on its line. */
function indentOf(text: string, offset: number | undefined): string | undefined {
  return offset === undefined ? undefined : /^ */.exec(text.slice(text.lastIndexOf("\n", offset - 1) + 1))?.[0];
}
