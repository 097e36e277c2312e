import { type Span, span } from "../../base/span.ts";
import type { Node } from "../../syntax/code/parser.ts";

/** The spans that could not be parsed, and the places where something is missing. */
export function brokenBelow(root: Node): readonly Span[] {
  const broken: Span[] = [];
  const open = root.hasError ? [root] : [];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.isError || node.isMissing) broken.push(span(node.startIndex, node.endIndex));
    else for (const child of node.children) if (child.hasError || child.isMissing) open.push(child);
  }
  return broken;
}
