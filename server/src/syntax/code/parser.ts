import type { Tree } from "web-tree-sitter";

export type { Node, Tree, TreeCursor } from "web-tree-sitter";

/** The grammars that are shipped. JavaScript's reads JSX; TypeScript has one grammar with JSX and one without. */
export type GrammarName = "javascript" | "typescript" | "tsx" | "python";

/**
 * A loaded grammar. The host loads it, because its bytes are read from a file; parsing is a pure function of the text.
 * Positions are UTF-16 offsets. Whoever parses frees the tree with `delete()`.
 */
export interface CodeParser {
  parse(text: string): Tree;
}
