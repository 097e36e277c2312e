import type { Code, Statement } from "../../model/code/code.ts";
import { fieldOf, fieldsOf, namedOf, type SyntaxNode } from "../../syntax/code/nodes.ts";
import { chain, type Link } from "./chains.ts";
import { expression, expressions } from "./expressions.ts";
import { dotted } from "./members.ts";
import { type Reading, spanOf, wordOf } from "./reading.ts";
import { statements, suite } from "./statements.ts";

/**
 * A `match` as a chain of branches. A case that compares with one value has the test `subject == value`; any other has an
 * operation `case` of the subject and of all code in the pattern and its guard. What a pattern captures is assigned first.
 */
export function matchStatement(reading: Reading, node: SyntaxNode): readonly Statement[] {
  const subjects = fieldsOf(node, "subject");
  const codes = expressions(reading, subjects);
  const [only, second] = codes;
  const subject: Code =
    only && !second ? only : { is: "list", items: codes, at: { start: subjects[0]?.start ?? node.start, end: subjects.at(-1)?.end ?? node.start } };
  const body = fieldOf(node, "body");
  const parts = body ? namedOf(body) : [];
  const cases = parts.filter(({ kind }) => kind === "case_clause");
  const strays = statements(
    reading,
    parts.filter(({ kind }) => kind !== "case_clause"),
  );
  const last = cases.findIndex(isDefault);
  const tested = last < 0 ? cases : cases.slice(0, last);
  const links = tested.map((clause, index) => link(reading, clause, index === 0 || isPlain(subject) ? subject : undefined));
  const otherwise = cases[last];
  const rest = otherwise ? bodyOf(reading, otherwise, isPlain(subject) ? subject : undefined) : [];
  if (links.length === 0) return [{ do: "evaluate", code: subject, at: subject.at }, ...rest, ...strays];
  return [...chain(reading, links, rest, node.end), ...strays];
}

const guardOf = (clause: SyntaxNode): SyntaxNode | undefined => fieldOf(clause, "guard");

const patternsOf = (clause: SyntaxNode): readonly SyntaxNode[] => namedOf(clause).filter(({ kind }) => kind === "case_pattern");

/** `case _:` and `case name:`. */
function isDefault(clause: SyntaxNode): boolean {
  const [only, second] = patternsOf(clause);
  if (!only || second || guardOf(clause)) return false;
  const [inside] = only.children;
  return only.children.length === 1 && (inside?.kind === "_" || (inside !== undefined && isCapture(inside)));
}

const isCapture = (node: SyntaxNode): boolean => node.kind === "dotted_name" && node.children.length === 1;

/** Whether it may be said again without computing anything again. */
const isPlain = (code: Code): boolean => code.is === "name" || (code.is === "member" && isPlain(code.of));

const VALUES: ReadonlySet<string> = new Set(["string", "concatenated_string", "integer", "float", "true", "false", "none", "dotted_name"]);

function link(reading: Reading, clause: SyntaxNode, subject: Code | undefined): Link {
  const at = { start: clause.start, end: patternsOf(clause).at(-1)?.end ?? clause.start };
  const found = patternsOf(clause).map((part) => partsOf(reading, part));
  const values = found.flatMap((part) => part.values);
  const [only, second] = patternsOf(clause);
  const [inside] = only?.children ?? [];
  const compares = subject && !second && !guardOf(clause) && only?.children.length === 1 && inside && VALUES.has(inside.kind) && values.length === 1;
  const of = [...(subject ? [subject] : []), ...values, ...expressions(reading, guardOf(clause) ? namedOf(guardOf(clause) ?? clause) : [])];
  const test: Code = { is: "operation", operator: compares ? "==" : "case", of, at };
  return { test, body: bodyOf(reading, clause, undefined), start: clause.start };
}

/** The body, behind what its pattern captures: `whole` if that is all of the subject, else a part that is not known. */
function bodyOf(reading: Reading, clause: SyntaxNode, whole: Code | undefined): readonly Statement[] {
  const captures = patternsOf(clause).flatMap((part) => partsOf(reading, part).captures);
  const block = fieldOf(clause, "consequence");
  return [...captures.map((name) => captured(reading, name, whole)), ...(block ? suite(reading, clause, block) : [])];
}

function captured(reading: Reading, name: SyntaxNode, whole: Code | undefined): Statement {
  const at = spanOf(name);
  const value: Code = whole ?? { is: "other", of: [], at };
  return { do: "evaluate", code: { is: "assign", to: { is: "name", name: wordOf(reading, name), at }, value, operator: "=", at }, at };
}

interface PatternParts {
  /** What is compared with, and the classes that are asked for. */
  readonly values: readonly Code[];
  /** The names that get a part of the subject. */
  readonly captures: readonly SyntaxNode[];
}

const NO_PARTS: PatternParts = { values: [], captures: [] };

function partsOf(reading: Reading, node: SyntaxNode): PatternParts {
  const inner = namedOf(node);
  switch (node.kind) {
    case "identifier":
      return { values: [], captures: [node] };
    case "dotted_name":
      return isCapture(node) ? { values: [], captures: inner } : { values: [dotted(reading, node)], captures: [] };
    case "class_pattern":
      return together([
        { values: inner.slice(0, 1).map((name) => dotted(reading, name)), captures: [] },
        ...inner.slice(1).map((part) => partsOf(reading, part)),
      ]);
    case "keyword_pattern":
      return together(inner.slice(1).map((part) => partsOf(reading, part)));
    case "case_pattern":
    case "as_pattern":
    case "union_pattern":
    case "list_pattern":
    case "tuple_pattern":
    case "dict_pattern":
    case "splat_pattern":
      return together(inner.map((part) => partsOf(reading, part)));
    default:
      return { values: [expression(reading, node)], captures: [] };
  }
}

const together = (all: readonly PatternParts[]): PatternParts =>
  all.length === 0 ? NO_PARTS : { values: all.flatMap(({ values }) => values), captures: all.flatMap(({ captures }) => captures) };
