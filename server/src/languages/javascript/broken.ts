import { type Span, span } from "../../base/span.ts";
import type { Node } from "../../syntax/code/parser.ts";

/** The spans that could not be parsed, and the places where something is missing. */
export function brokenBelow(root: Node): readonly Span[] {
  const broken: Span[] = [];
  const open = root.hasError ? [root] : [];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.isError || node.isMissing) broken.push(span(node.startIndex, node.endIndex));
    else open.push(...node.children.filter((child) => child.hasError || child.isMissing));
  }
  return broken;
}
