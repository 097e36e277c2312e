import { type Groups, readPieces, wholeGroups } from "../groups.ts";
import type { Section, SyntaxProblem } from "../tree.ts";
import { cut } from "./cut.ts";
import { cutByIndentation } from "./damaged.ts";
import { jsonDocument, jsonSection } from "./section.ts";
import { skipTrivia } from "./tokens.ts";

/**
 * Whether a text is meant as JSON: it starts with a bracket and what JSON wants behind it. Decided by the start alone,
 * so that a half-typed document does not change its format; `{Resources: …}` and `{{ placeholder }}` are YAML.
 */
export function isJson(text: string): boolean {
  const start = skipTrivia(text, 0);
  const next = text[skipTrivia(text, start + 1)] ?? "";
  if (text[start] === "{") return next === "" || next === '"' || next === "}";
  return text[start] === "[" && /^(?:[[{"\]\d-]|)$/.test(next);
}

/** Reads a JSON document by its properties; in one piece only where it can't be cut. Never throws. */
export function readJsonGroups(text: string, previous: readonly Section[]): Groups & { readonly problems: readonly SyntaxProblem[] } {
  const cuts = cut(text);
  if (cuts) return { ...readPieces(text, cuts, previous, jsonSection), problems: [] };
  const damaged = text[skipTrivia(text, 0)] === "{" ? cutByIndentation(text) : undefined;
  if (!damaged) return { ...readInOnePiece(text), problems: [] };
  const pieces = readPieces(text, damaged, previous, jsonSection);
  const seen = pieces.lendable.some((section) => section.problems.length > 0);
  return { ...pieces, problems: seen ? [] : [unmatched(text)] };
}

// Nothing is borrowed: a section with the same text was read as a property, not as a document.
function readInOnePiece(text: string): Groups {
  const placed = { section: jsonDocument(text), index: 0, start: 0 };
  return { groups: wholeGroups(placed), placed: [placed], lendable: [], sectionsRead: 1 };
}

const unmatched = (text: string): SyntaxProblem => {
  const end = text.trimEnd().length;
  return { code: "UnmatchedBrackets", message: "Brackets or quotes of this document do not match", span: { start: Math.max(0, end - 1), end } };
};
