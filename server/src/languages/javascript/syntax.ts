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
  /** Whether all of the text could be parsed. */
  readonly sound: boolean;
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

export function beginReading({ text, ownRequire, sound }: Pick<Reading, "text" | "ownRequire" | "sound">): Reading {
  const seen = { singleQuotes: 0, doubleQuotes: 0, statements: 0, semicolons: 0, imports: 0, requires: 0, requireBindings: 0 };
  return { text, words: new Map(), comments: [], tooDeep: [], seen, ownRequire, sound, depth: 0 };
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
export function soundPartsOf(reading: Reading, part: Part): readonly Part[] {
  const parts = partsOf(reading, part);
  return reading.sound ? parts : parts.filter(({ kind }) => kind !== "ERROR");
}

/** The named children of a node, without types and comments; comments are collected, those in types too. */
export function partsOf(reading: Reading, part: { readonly node: Node }): readonly Part[] {
  const parts: Part[] = [];
  for (const node of part.node.namedChildren) {
    const child = partOf(reading, node);
    if (child.kind === "comment") reading.comments.push(commentOf(reading.text, child));
    else if (ERASED.has(child.kind)) keepComments(reading, child);
    else if (child.kind !== "optional_chain") parts.push(child);
  }
  return parts;
}

function partOf({ text, sound }: Reading, node: Node): Part {
  const kind = node.type;
  const start = node.startIndex;
  return { kind, start, end: (sound && NAMES.has(kind) && nameEnd(text, start)) || node.endIndex, node };
}

const NAMES: ReadonlySet<string> = new Set(["identifier", "property_identifier", "shorthand_property_identifier", "shorthand_property_identifier_pattern"]);

/** Where a name of plain letters ends, which is faster to see than to ask; undefined where only the parser knows. */
function nameEnd(text: string, start: number): number | undefined {
  let end = start;
  while (PLAIN[text.charCodeAt(end)]) end++;
  const next = text.charCodeAt(end);
  return end > start && !(next > 127) && next !== BACKSLASH ? end : undefined;
}

const BACKSLASH = 92;
/** By character: whether it is a letter, a digit, `_` or `$`. */
const PLAIN: readonly boolean[] = Array.from({ length: 128 }, (_, code) => /[\w$]/.test(String.fromCharCode(code)));

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
