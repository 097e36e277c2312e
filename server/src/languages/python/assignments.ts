import type { Code } from "../../model/code/code.ts";
import { fieldOf, namedOf, type SyntaxNode } from "../../syntax/code/nodes.ts";
import { expression, expressions } from "./expressions.ts";
import { pattern } from "./patterns.ts";
import { type Reading, spanOf } from "./reading.ts";

/** `a = b`, `a: T = b`; the value of `a = b = c` is an assignment again. */
export function assignment(reading: Reading, node: SyntaxNode): Code {
  return given(reading, node, fieldOf(node, "left"), fieldOf(node, "right"), "=");
}

export function augmentedAssignment(reading: Reading, node: SyntaxNode): Code {
  const operator = node.children.find(({ named }) => !named)?.kind ?? "";
  return given(reading, node, fieldOf(node, "left"), fieldOf(node, "right"), operator);
}

/** `a := b`, which assigns as any other does. */
export function walrus(reading: Reading, node: SyntaxNode): Code {
  return given(reading, node, fieldOf(node, "name"), fieldOf(node, "value"), "=");
}

function given(reading: Reading, node: SyntaxNode, to: SyntaxNode | undefined, value: SyntaxNode | undefined, operator: string): Code {
  if (!to || !value) return { is: "other", of: expressions(reading, namedOf(node)), at: spanOf(node) };
  return { is: "assign", to: pattern(reading, to), value: expression(reading, value), operator, at: spanOf(node) };
}
