import { type Span, span } from "../../base/span.ts";
import type { Comment } from "../../model/code/module.ts";
import type { Node } from "../../syntax/code/parser.ts";
import { flat } from "../../syntax/flat.ts";
import { commentOf, keepComments } from "./comments.ts";

/** A node with what is asked of every node: each question to the parser's own node crosses into WebAssembly, so none is asked twice. */
export interface Part {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly node: Node;
}

/** What one reading of a text collects on its way. */
export interface Reading {
  readonly text: string;
  /** Names and texts by themselves: each is kept once, and none keeps the whole text alive. */
  readonly words: Map<string, string>;
  readonly comments: Comment[];
  /** What was not read, for its depth. */
  readonly tooDeep: Span[];
  readonly seen: Seen;
  /** Whether `require` is the module's own name for something, so that calling it imports nothing. */
  readonly ownRequire: boolean;
  depth: number;
}

/** What was counted. */
export interface Seen {
  singleQuotes: number;
  doubleQuotes: number;
  /** Statements that may end with a semicolon, and those that do. */
  statements: number;
  semicolons: number;
  /** Statements of ECMAScript modules, and calls and assignments of CommonJS. */
  imports: number;
  requires: number;
  /** Names `require` that are bound to anything but Node's own. */
  requireBindings: number;
}

export function beginReading(text: string, ownRequire: Reading["ownRequire"]): Reading {
  const seen = { singleQuotes: 0, doubleQuotes: 0, statements: 0, semicolons: 0, imports: 0, requires: 0, requireBindings: 0 };
  return { text, words: new Map(), comments: [], tooDeep: [], seen, ownRequire, depth: 0 };
}

/** More levels of brackets and blocks than people write; what is deeper is left unread instead of overflowing the stack. */
const DEEPEST = 500;

/** Runs `read` one level deeper; gives undefined, and notes the span as not read, where that is too deep. */
export function oneDeeper<Form>(reading: Reading, part: Part, read: (reading: Reading, part: Part) => Form): Form | undefined {
  if (reading.depth >= DEEPEST) {
    reading.tooDeep.push(spanOf(part));
    return undefined;
  }
  reading.depth++;
  const form = read(reading, part);
  reading.depth--;
  return form;
}

/** Types and signatures, of which nothing is left when the code runs. */
const ERASED: ReadonlySet<string> = new Set([
  "type_annotation",
  "type_arguments",
  "type_parameters",
  "asserts_annotation",
  "type_predicate_annotation",
  "implements_clause",
  "interface_declaration",
  "type_alias_declaration",
  "ambient_declaration",
  "function_signature",
  "method_signature",
  "abstract_method_signature",
  "index_signature",
  "accessibility_modifier",
  "override_modifier",
]);

/** The children of which a form is made, in their order: without what could not be parsed. */
export const soundPartsOf = (reading: Reading, part: Part): readonly Part[] => partsOf(reading, part).filter(({ kind }) => kind !== "ERROR");

/** The named children of a node, without types and comments; comments are collected, those in types too. */
export function partsOf(reading: Reading, part: { readonly node: Node }): readonly Part[] {
  const parts: Part[] = [];
  for (const node of part.node.namedChildren) {
    const child = partOf(node);
    if (child.kind === "comment") reading.comments.push(commentOf(reading.text, child));
    else if (ERASED.has(child.kind)) keepComments(reading, child);
    else if (child.kind !== "optional_chain") parts.push(child);
  }
  return parts;
}

const partOf = (node: Node): Part => ({ kind: node.type, start: node.startIndex, end: node.endIndex, node });

export const spanOf = ({ start, end }: Part): Span => span(start, end);

/** The text of a span, to be kept. */
export const wordAt = (reading: Reading, start: number, end: number): string => kept(reading, reading.text.slice(start, end));

/** A text that outlives the reading: each once, as a copy of its own. */
export function kept({ words }: Reading, text: string): string {
  const known = words.get(text);
  if (known !== undefined) return known;
  const word = flat(text);
  words.set(word, word);
  return word;
}

const COMMENTS = /\/\*[\s\S]*?\*\/|\/\/.*/g;

/** The keywords and operators that stand between two offsets, without comments and outer blanks. */
export function wordsBetween(reading: Reading, start: number, end: number): string {
  const words = reading.text.slice(start, end).trim();
  return words.length > 3 && words.includes("/") ? words.replace(COMMENTS, "").trim() : words;
}
