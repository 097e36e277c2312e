import { shifted } from "../base/span.ts";
import { isJson, readJsonGroups } from "./json/read.ts";
import { readJson } from "./json/section.ts";
import type { Node } from "./node.ts";
import { outlineOf } from "./outline.ts";
import type { Format, PlacedSection, Section, SyntaxProblem, Tree } from "./tree.ts";
import { documents } from "./yaml/documents.ts";
import { readYamlGroups } from "./yaml/read.ts";
import { readYaml } from "./yaml/section.ts";

/**
 * Reads a template. The result depends on `text` alone; `previous`, a reading of an earlier text, only lends its
 * sections, so that a keystroke reads one section and all others stay the same objects. Never throws.
 */
export function read(text: string, previous?: Tree): Tree {
  if (previous?.text === text) return unchanged(previous);
  const format: Format = isJson(text) ? "json" : "yaml";
  const eol = /\r?\n/.exec(text)?.[0] === "\r\n" ? "\r\n" : "\n";
  if (text.includes("\0")) return { text, format, eol, groups: [], placed: [], outline: outlineOf({ groups: [] }), problems: [BINARY], sectionsRead: 0 };
  const lent = previous?.format === format ? (lendableSections.get(previous) ?? []) : [];
  const { groups, placed, lendable, sectionsRead, problems } = format === "json" ? readJsonGroups(text, lent) : { problems: [], ...readYamlGroups(text, lent) };
  const outline = outlineOf({ groups }, previous);
  const tree: Tree = { text, format, eol, groups, placed, outline, problems: allProblems(placed, problems), sectionsRead };
  lendableSections.set(tree, lendable);
  return tree;
}

function unchanged(previous: Tree): Tree {
  const tree: Tree = { ...previous, sectionsRead: 0 };
  lendableSections.set(tree, lendableSections.get(previous) ?? []);
  return tree;
}

/** Reads a small text that is no template (a manifest, a settings file, an embedded document) in one piece. Spans are offsets in `text`. Never throws. */
export function readWhole(text: string): { readonly node: Node | undefined; readonly problems: readonly SyntaxProblem[] } {
  if (text.includes("\0")) return { node: undefined, problems: [BINARY] };
  if (isJson(text)) return readJson(text);
  const [document] = documents(text);
  if (!document) return { node: undefined, problems: [] };
  // Line ends in place of what stands above keep offsets and columns right.
  const { root, problems } = readYaml("\n".repeat(document.start) + text.slice(document.start, document.end));
  return { node: root, problems };
}

const BINARY: SyntaxProblem = { code: "BINARY", message: "This is no text", span: { start: 0, end: 0 } };

/** The sections that a text was cut into before any doubt about the cut, in order: what the next reading can borrow. */
const lendableSections = new WeakMap<Tree, readonly Section[]>();

function allProblems(placed: readonly PlacedSection[], others: readonly SyntaxProblem[]): readonly SyntaxProblem[] {
  const problems = [...others];
  for (const { section, start } of placed) {
    for (const problem of section.problems) problems.push({ ...problem, span: shifted(problem.span, start) });
  }
  return problems.sort((a, b) => a.span.start - b.span.start);
}
