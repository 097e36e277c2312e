import { type Span, span } from "../../base/span.ts";
import type { Comment } from "../../model/code/module.ts";
import type { Node } from "../../syntax/code/parser.ts";
import { flat } from "../../syntax/flat.ts";

/** A comment without its markers: `//`, `/*`, and the star before each line of a block. */
export function commentOf(text: string, { start, end }: Span): Comment {
  const line = text.startsWith("//", start);
  const inner = line
    ? text.slice(start + 2, end)
    : text
        .slice(start + 2, end)
        .replace(/\*+\/$/, "")
        .replace(/^[ \t]*\*+[ \t]?/gm, "");
  return { text: flat(inner.trim()), at: span(start, end) };
}

/** Collects the comments below a node whose code is not read. */
export function keepComments(
  { text, comments }: { readonly text: string; readonly comments: Comment[] },
  { node, start, end }: Span & { readonly node: Node },
): void {
  const slice = text.slice(start, end);
  if (!slice.includes("//") && !slice.includes("/*")) return;
  for (const comment of node.descendantsOfType("comment")) {
    comments.push(commentOf(text, span(comment.startIndex, comment.endIndex)));
  }
}
