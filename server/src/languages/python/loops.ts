import type { Loop, Statement } from "../../model/code/code.ts";
import { fieldOf, hasWord, type SyntaxNode } from "../../syntax/code/nodes.ts";
import { expression } from "./expressions.ts";
import { headOf } from "./heads.ts";
import { pattern } from "./patterns.ts";
import type { Reading } from "./reading.ts";
import { suite } from "./statements.ts";

export function forStatement(reading: Reading, node: SyntaxNode): readonly Statement[] {
  const left = fieldOf(node, "left");
  const right = fieldOf(node, "right");
  const each = left && pattern(reading, left);
  const over = right && expression(reading, right);
  return loop(reading, node, { kind: "each", each, over, test: undefined, asynchronous: hasWord(node, "async") });
}

export function whileStatement(reading: Reading, node: SyntaxNode): readonly Statement[] {
  const condition = fieldOf(node, "condition");
  const test = condition && expression(reading, condition);
  return loop(reading, node, { kind: "while", each: undefined, over: undefined, test, asynchronous: false });
}

/** The `else` of a loop runs when it ends without a `break`: it stands behind the loop. */
function loop(reading: Reading, node: SyntaxNode, head: Pick<Loop, "kind" | "each" | "over" | "test" | "asynchronous">): readonly Statement[] {
  const body = fieldOf(node, "body");
  const clause = fieldOf(node, "alternative");
  const after = clause && fieldOf(clause, "body");
  const at = { start: node.start, end: clause && body ? body.end : node.end };
  const own: Statement = { do: "loop", ...head, body: body ? suite(reading, node, body) : [], headAt: headOf(node), at };
  return [own, ...(clause && after ? suite(reading, clause, after) : [])];
}
