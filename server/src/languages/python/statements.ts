import type { Code, Statement } from "../../model/code/code.ts";
import { fieldOf, namedOf, type SyntaxNode } from "../../syntax/code/nodes.ts";
import { ifStatement } from "./branches.ts";
import { classOf } from "./classes.ts";
import { runsOn } from "./continuation.ts";
import { expression, expressions } from "./expressions.ts";
import { functionOf } from "./functions.ts";
import { importFromStatement, importStatement } from "./imports.ts";
import { forStatement, whileStatement } from "./loops.ts";
import { matchStatement } from "./matches.ts";
import { pattern } from "./patterns.ts";
import { type Reading, spanOf, wordOf } from "./reading.ts";
import { countIndent } from "./style.ts";
import { tryStatement } from "./tries.ts";
import { withStatement } from "./withs.ts";

type Lower = (reading: Reading, node: SyntaxNode) => readonly Statement[];

const FORMS: ReadonlyMap<string, Lower> = new Map<string, Lower>([
  ["expression_statement", expressionStatement],
  ["import_statement", importStatement],
  ["import_from_statement", importFromStatement],
  ["future_import_statement", importFromStatement],
  ["function_definition", (reading, node) => definition(reading, node, node, [])],
  ["class_definition", (reading, node) => definition(reading, node, node, [])],
  ["decorated_definition", decorated],
  ["return_statement", (reading, node) => [{ do: "return", value: givenBack(reading, node), at: spanOf(node) }]],
  ["raise_statement", raise],
  ["if_statement", ifStatement],
  ["match_statement", matchStatement],
  ["for_statement", forStatement],
  ["while_statement", whileStatement],
  ["try_statement", tryStatement],
  ["with_statement", withStatement],
  ["break_statement", (_, node) => [{ do: "leave", at: spanOf(node) }]],
  ["continue_statement", (_, node) => [{ do: "leave", at: spanOf(node) }]],
  ["pass_statement", () => []],
  ["global_statement", share],
  ["nonlocal_statement", share],
  ["delete_statement", (reading, node) => operated(reading, node, "del")],
  ["assert_statement", (reading, node) => operated(reading, node, "assert")],
  ["type_alias_statement", typeAlias],
  ["print_statement", pythonTwo],
  ["exec_statement", pythonTwo],
  ["block", (reading, node) => statements(reading, namedOf(node))],
  ["ERROR", (reading, node) => statements(reading, namedOf(node))],
]);

export function statements(reading: Reading, nodes: readonly SyntaxNode[]): readonly Statement[] {
  const all: Statement[] = [];
  for (const node of nodes) {
    if (runsOn(reading.text, node)) reading.broken.push(spanOf(node));
    const lower = FORMS.get(node.kind);
    if (lower) all.push(...lower(reading, node));
    // Only in a broken text: what an unfinished statement left.
    else all.push({ do: "evaluate", code: expression(reading, node), at: spanOf(node) });
  }
  return all;
}

/** The statements of a block that `opener` opens. */
export function suite(reading: Reading, opener: SyntaxNode, block: SyntaxNode): readonly Statement[] {
  countIndent(reading.style, reading.text, opener, block);
  const parts = namedOf(block);
  // The grammar accepts a block without a statement, which is one that is still to be written.
  if (parts.length === 0) reading.broken.push({ start: opener.start, end: block.end });
  return statements(reading, parts);
}

/** Texts that stand alone are documentation. */
function expressionStatement(reading: Reading, node: SyntaxNode): readonly Statement[] {
  const [only, second] = namedOf(node);
  if (!only) return [];
  const at = spanOf(node);
  const single = !second && !node.children.some(({ kind }) => kind === ",");
  if (!single) return [{ do: "evaluate", code: { is: "list", items: expressions(reading, namedOf(node)), at }, at }];
  if (only.kind === "assignment" && !fieldOf(only, "right")) return announced(reading, only);
  if (only.kind === "ellipsis") return [];
  const code = expression(reading, only);
  return code.is === "text" ? [] : [{ do: "evaluate", code, at }];
}

/** `x: T` says that there is such a name, and gives it nothing. */
function announced(reading: Reading, node: SyntaxNode): readonly Statement[] {
  const left = fieldOf(node, "left");
  if (!left) return [];
  const at = spanOf(node);
  if (left.kind !== "identifier") return [{ do: "evaluate", code: expression(reading, left), at }];
  return [{ do: "declare", to: pattern(reading, left), value: undefined, constant: false, at }];
}

function decorated(reading: Reading, node: SyntaxNode): readonly Statement[] {
  const definitionNode = fieldOf(node, "definition");
  const decorators = namedOf(node)
    .filter(({ kind }) => kind === "decorator")
    .flatMap(namedOf);
  const codes = expressions(reading, decorators);
  return definitionNode ? definition(reading, node, definitionNode, codes) : codes.map((code) => ({ do: "evaluate", code, at: code.at }));
}

function definition(reading: Reading, whole: SyntaxNode, node: SyntaxNode, decorators: readonly Code[]): readonly Statement[] {
  const value = node.kind === "class_definition" ? classOf(reading, node, decorators) : functionOf(reading, node, decorators);
  if (value.name === undefined || !value.nameAt) return [{ do: "evaluate", code: value, at: spanOf(whole) }];
  return [{ do: "declare", to: { is: "name", name: value.name, at: value.nameAt }, value, constant: true, at: spanOf(whole) }];
}

function givenBack(reading: Reading, node: SyntaxNode): Code | undefined {
  const [value] = namedOf(node);
  return value && expression(reading, value);
}

/** The cause of an exception is computed beside it. */
function raise(reading: Reading, node: SyntaxNode): readonly Statement[] {
  const cause = fieldOf(node, "cause");
  const value = namedOf(node).find((part) => part !== cause);
  const thrown: Statement = { do: "throw", value: value && expression(reading, value), at: spanOf(node) };
  const code = cause && expression(reading, cause);
  return code && code.is !== "nothing" ? [{ do: "evaluate", code, at: code.at }, thrown] : [thrown];
}

function share(reading: Reading, node: SyntaxNode): readonly Statement[] {
  return [{ do: "share", names: namedOf(node).map((name) => wordOf(reading, name)), at: spanOf(node) }];
}

function operated(reading: Reading, node: SyntaxNode, operator: string): readonly Statement[] {
  const operands = namedOf(node).flatMap((part) => (part.kind === "expression_list" ? namedOf(part) : [part]));
  return [{ do: "evaluate", code: { is: "operation", operator, of: expressions(reading, operands), at: spanOf(node) }, at: spanOf(node) }];
}

function typeAlias(reading: Reading, node: SyntaxNode): readonly Statement[] {
  const left = fieldOf(node, "left");
  const name = left && /^\w+/.exec(reading.text.slice(left.start, left.end))?.[0];
  if (!left || !name) return [];
  const at = { start: left.start, end: left.start + name.length };
  const to = { is: "name", name: wordOf(reading, at), at } as const;
  return [{ do: "declare", to, value: { is: "other", of: [], at: spanOf(node) }, constant: true, at: spanOf(node) }];
}

function pythonTwo(reading: Reading, node: SyntaxNode): readonly Statement[] {
  reading.broken.push(spanOf(node));
  return [];
}
