import type { Span } from "../../base/span.ts";
import type { SyntaxNode } from "../../syntax/code/nodes.ts";

/** A statement or clause up to the colon that opens its block. */
export function headOf(node: SyntaxNode): Span {
  const colon = node.children.find(({ kind, named }) => kind === ":" && !named);
  return { start: node.start, end: colon ? colon.end : node.end };
}
