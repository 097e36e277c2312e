import type { Code } from "../../model/code/code.ts";
import { fieldOf, fieldsOf, namedOf, type SyntaxNode } from "../../syntax/code/nodes.ts";
import { expression, expressions } from "./expressions.ts";
import { type Reading, spanOf, wordOf } from "./reading.ts";
import { insideOf } from "./strings.ts";

/** Python's name of the constructor, and the one that it has in every language here. */
const PYTHON_CONSTRUCTOR = "__init__";

export const memberName = (word: string): string => (word === PYTHON_CONSTRUCTOR ? "constructor" : word);

export function attribute(reading: Reading, node: SyntaxNode): Code {
  const object = fieldOf(node, "object");
  const key = fieldOf(node, "attribute");
  if (!object || !key || key.start === key.end) return { is: "other", of: expressions(reading, namedOf(node)), at: spanOf(node) };
  return { is: "member", of: expression(reading, object), key: memberName(wordOf(reading, key)), keyAt: spanOf(key), subscript: false, at: spanOf(node) };
}

/** `of["key"]`, `of[index]`, `of[from:to]`, `of[row, column]`. */
export function subscript(reading: Reading, node: SyntaxNode): Code {
  const value = fieldOf(node, "value");
  const indices = fieldsOf(node, "subscript");
  const [first, second] = indices;
  if (!value || !first) return { is: "other", of: expressions(reading, namedOf(node)), at: spanOf(node) };
  const of = expression(reading, value);
  if (second) {
    const index: Code = { is: "list", items: expressions(reading, indices), at: { start: first.start, end: indices.at(-1)?.end ?? first.end } };
    return { is: "item", of, index, at: spanOf(node) };
  }
  const index = expression(reading, first);
  if (index.is !== "text") return { is: "item", of, index, at: spanOf(node) };
  return { is: "member", of, key: index.value, keyAt: keySpan(reading, first), subscript: true, at: spanOf(node) };
}

/** Of a key that is written as a literal what is between its quotes, of any other the whole. */
export function keySpan(reading: Reading, key: SyntaxNode) {
  return key.kind === "string" ? insideOf(reading.text, key) : spanOf(key);
}

/** `a.b.c` where the grammar has one node for all of it. */
export function dotted(reading: Reading, node: SyntaxNode): Code {
  const [first, ...rest] = namedOf(node);
  return rest.reduce<Code>(
    (of, key) => ({ is: "member", of, key: wordOf(reading, key), keyAt: spanOf(key), subscript: false, at: { start: node.start, end: key.end } }),
    expression(reading, first ?? node),
  );
}
