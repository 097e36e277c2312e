import { type ParseError, parseTree, printParseErrorCode, type Node as SourceNode } from "jsonc-parser";
import type { Span } from "../../base/span.ts";
import { MAXIMUM_DEPTH, TOO_DEEP } from "../limits.ts";
import type { Entry, Node, ScalarNode } from "../node.ts";
import type { Section, SyntaxProblem } from "../tree.ts";
import { nestsDeeperThan } from "./tokens.ts";

/** Reads a whole text as JSON with comments and trailing commas; spans are offsets in `text`. Never throws. */
export function readJson(text: string): { readonly node: Node | undefined; readonly problems: readonly SyntaxProblem[] } {
  return parse(text, 0);
}

/** A text with one property, or several, as a section. */
export function jsonSection(text: string): Section {
  const { node, problems } = parse(`{${text}}`, -1);
  return { text, entries: node?.kind === "map" ? node.entries : [], problems };
}

/** A whole document as a section. */
export function jsonDocument(text: string): Section {
  const { node, problems } = parse(text, 0);
  return { text, entries: node?.kind === "map" ? node.entries : [], problems };
}

function parse(text: string, by: number): { readonly node: Node | undefined; readonly problems: readonly SyntaxProblem[] } {
  if (nestsDeeperThan(text, MAXIMUM_DEPTH)) {
    const start = Math.max(0, text.search(/[^\s{]/) + by);
    return { node: undefined, problems: [{ code: TOO_DEEP.code, message: TOO_DEEP.message, span: { start, end: start + 1 } }] };
  }
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\uFEFF/, " "), errors, { allowTrailingComma: true });
  const limit = text.length + 2 * by;
  const clamp = (offset: number) => Math.max(0, Math.min(offset + by, limit));
  const problems = errors.map(({ error, offset, length }): SyntaxProblem => {
    const code = printParseErrorCode(error);
    return { code, message: MESSAGES[code] ?? "This is no valid JSON", span: { start: clamp(offset), end: clamp(offset + length) } };
  });
  return { node: root && nodeOf(root, text, by), problems };
}

function nodeOf(source: SourceNode, text: string, by: number): Node {
  const span = spanOf(source, by);
  if (source.type === "object") return { kind: "map", span, flow: true, entries: entriesOf(source, text, by) };
  if (source.type === "array") {
    return { kind: "list", span, flow: true, items: (source.children ?? []).map((item) => nodeOf(item, text, by)) };
  }
  return scalarOf(source, text, by);
}

function entriesOf(object: SourceNode, text: string, by: number): readonly Entry[] {
  const seen = new Set<string>();
  const entries: Entry[] = [];
  for (const { children, colonOffset } of object.children ?? []) {
    const [keySource, valueSource] = children ?? [];
    if (!keySource) continue;
    const key = scalarOf(keySource, text, by);
    const value = valueSource && nodeOf(valueSource, text, by);
    const end = value?.span.end ?? (colonOffset === undefined ? key.span.end : colonOffset + 1 + by);
    const name = String(key.value);
    entries.push({ key, value, span: { start: key.span.start, end }, ...(seen.has(name) ? { duplicate: true as const } : {}) });
    seen.add(name);
  }
  return entries;
}

function scalarOf(source: SourceNode, text: string, by: number): ScalarNode {
  const written = text.slice(source.offset, source.offset + source.length);
  const value: unknown = source.value;
  const known = typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
  return { kind: "scalar", span: spanOf(source, by), value: known, style: source.type === "string" ? "double" : "plain", source: written };
}

const spanOf = (source: SourceNode, by: number): Span => ({ start: source.offset + by, end: source.offset + source.length + by });

const MESSAGES: Readonly<Record<string, string>> = {
  InvalidSymbol: "This is no JSON value",
  InvalidNumberFormat: "This is no number",
  PropertyNameExpected: "A property name in double quotes is missing",
  ValueExpected: "A value is missing",
  ColonExpected: "A colon is missing",
  CommaExpected: "A comma is missing",
  CloseBraceExpected: "A closing brace is missing",
  CloseBracketExpected: "A closing bracket is missing",
  EndOfFileExpected: "Nothing may stand behind the end of the document",
  InvalidCommentToken: "This is no comment",
  UnexpectedEndOfComment: "This comment has no end",
  UnexpectedEndOfString: "This string has no closing quote",
  UnexpectedEndOfNumber: "This number has no end",
  InvalidUnicode: "This is no Unicode escape",
  InvalidEscapeCharacter: "This is no escape sequence",
  InvalidCharacter: "This character must be written as an escape sequence",
};
