import type { Span } from "../../base/span.ts";
import type { CodeParser, TreeCursor } from "./parser.ts";

/** A node of a syntax tree, outside of the parser's memory: reading its properties costs nothing, and nothing has to be freed. */
export interface SyntaxNode {
  /** As the grammar names it; a keyword or sign is named by its text; `ERROR` for what did not fit. */
  readonly kind: string;
  /** Whether it is more than a keyword or sign: an `await` expression is named, the word `await` in it is not. */
  readonly named: boolean;
  readonly start: number;
  readonly end: number;
  /** The grammar's name for its place in the parent; keywords and signs may lack it. */
  readonly field: string | undefined;
  /**
   * Without comments and line continuations. An error inside a statement stands behind the statement, so that the parts of what
   * is read are those that it has in a text without errors.
   */
  readonly children: readonly SyntaxNode[];
}

export interface SyntaxTree {
  readonly root: SyntaxNode;
  readonly comments: readonly SyntaxNode[];
  /** Errors, places where something is missing (empty spans), and what is nested too deeply to be read; none inside another. */
  readonly broken: readonly Span[];
}

/** What is nested deeper is left out. Real code stays below a hundred levels, and whoever reads the tree may recurse on each. */
export const DEEPEST = 500;

const COMMENTS: ReadonlySet<string> = new Set(["comment", "html_comment", "hash_bang_line"]);
/** What has statements in it, so that an error may stand among them. */
const HOLDERS: ReadonlySet<string> = new Set(["module", "block", "ERROR"]);
const NO_CHILDREN: readonly SyntaxNode[] = [];

/** Says of which nodes nobody asks what is in them. */
export type IsLeaf = (kind: string, start: number) => boolean;

/**
 * Parses a text and takes its tree out of the parser's memory in one pass. In a text with an error the nodes that are leaves by
 * `isLeaf` are read all the same, because the error may be in one.
 */
export function readNodes(text: string, parser: CodeParser, isLeaf: IsLeaf): SyntaxTree {
  const tree = parser.parse(text);
  try {
    const cursor = tree.walk();
    const { types, fields } = tree.language;
    const named = types.map((_, id) => tree.language.nodeTypeIsNamed(id));
    const comments: SyntaxNode[] = [];
    const broken: Span[] = [];
    const taking = { text, cursor, types, fields, named, isLeaf, sound: !tree.rootNode.hasError, comments, broken, strays: [] };
    const root = take(taking, 0);
    cursor.delete();
    return { root, comments, broken };
  } finally {
    tree.delete();
  }
}

interface Taking {
  readonly text: string;
  readonly cursor: TreeCursor;
  /** By the number that the grammar gives a kind of node, and a field. */
  readonly types: readonly string[];
  readonly named: readonly boolean[];
  readonly fields: readonly (string | null)[];
  readonly isLeaf: IsLeaf;
  /** Whether the text has no error. */
  readonly sound: boolean;
  readonly comments: SyntaxNode[];
  readonly broken: Span[];
  /** Errors inside the statement that is being taken. */
  readonly strays: SyntaxNode[];
}

/** The node at the cursor, which comes back to it. Each question to the cursor is a call into WebAssembly: it asks as few as it can. */
function take(taking: Taking, depth: number): SyntaxNode {
  const { text, cursor, types, fields } = taking;
  const id = cursor.nodeTypeId;
  const kind = types[id] ?? "ERROR";
  const start = cursor.startIndex;
  const named = taking.named[id] ?? true;
  if (!named && taking.sound && text.startsWith(kind, start)) return { kind, named, start, end: start + kind.length, field: undefined, children: NO_CHILDREN };
  const end = cursor.endIndex;
  if (kind === "ERROR" || (start === end && cursor.nodeIsMissing)) note(taking.broken, { start, end });
  const field = fields[cursor.currentFieldId] ?? undefined;
  const children = taking.sound && taking.isLeaf(kind, start) ? NO_CHILDREN : childrenOf(taking, kind, { start, end }, depth);
  return { kind, named, start, end, field, children };
}

function childrenOf(taking: Taking, kind: string, at: Span, depth: number): readonly SyntaxNode[] {
  const { cursor } = taking;
  if (!cursor.gotoFirstChild()) return NO_CHILDREN;
  const children: SyntaxNode[] = [];
  const holds = HOLDERS.has(kind);
  if (depth === DEEPEST) note(taking.broken, at);
  else {
    do {
      place(taking, take(taking, depth + 1), children, holds);
      if (holds) children.push(...taking.strays.splice(0));
    } while (cursor.gotoNextSibling());
  }
  cursor.gotoParent();
  return children;
}

function place({ comments, strays }: Taking, child: SyntaxNode, children: SyntaxNode[], holds: boolean): void {
  if (COMMENTS.has(child.kind)) comments.push(child);
  else if (child.kind === "ERROR" && !holds) strays.push(child);
  else if (child.kind !== "line_continuation") children.push(child);
}

/** Nodes come in order, so that one inside another comes after it. */
function note(broken: Span[], { start, end }: Span): void {
  const last = broken.at(-1);
  if (last && start >= last.start && end <= last.end) return;
  broken.push({ start, end });
}

export const fieldOf = (node: SyntaxNode, field: string): SyntaxNode | undefined => node.children.find((child) => child.field === field);

export const fieldsOf = (node: SyntaxNode, field: string): readonly SyntaxNode[] => node.children.filter((child) => child.field === field);

/** The children that are more than a keyword or sign. */
export const namedOf = (node: SyntaxNode): readonly SyntaxNode[] => node.children.filter(({ named }) => named);

/** Whether a keyword or sign is among the children. */
export const hasWord = (node: SyntaxNode, word: string): boolean => node.children.some(({ kind, named }) => kind === word && !named);
