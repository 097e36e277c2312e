import type { Code } from "../../model/code/code.ts";
import { fieldOf, hasWord, namedOf, type SyntaxNode } from "../../syntax/code/nodes.ts";
import { MOST_LINKS } from "./chains.ts";
import { expressions } from "./expressions.ts";
import { pattern } from "./patterns.ts";
import { type Reading, spanOf } from "./reading.ts";

/**
 * `[body for each in over if test for …]`: what is computed comes first, then the tests. A second `for` is a comprehension
 * inside the first.
 */
export function comprehension(reading: Reading, node: SyntaxNode): Code {
  const body = fieldOf(node, "body");
  const all = namedOf(node).filter(({ kind }) => kind === "for_in_clause" || kind === "if_clause");
  const clauses = all.slice(0, MOST_LINKS);
  if (clauses.length < all.length) reading.broken.push(spanOf(node));
  return loop(reading, node, body ? (body.kind === "pair" ? namedOf(body) : [body]) : [], clauses);
}

function loop(reading: Reading, node: SyntaxNode, body: readonly SyntaxNode[], clauses: readonly SyntaxNode[]): Code {
  const [first, ...rest] = clauses;
  const left = first && fieldOf(first, "left");
  const right = first && namedOf(first).filter(({ field }) => field === "right");
  if (!left || !right?.[0]) return { is: "other", of: expressions(reading, [...body, ...clauses.flatMap(namedOf)]), at: spanOf(node) };
  const next = rest.findIndex(({ kind }) => kind === "for_in_clause");
  const tests = (next < 0 ? rest : rest.slice(0, next)).flatMap(namedOf);
  const inner = next < 0 ? expressions(reading, body) : [loop(reading, node, body, rest.slice(next))];
  const [over, ...more] = expressions(reading, right);
  if (!over) return { is: "other", of: inner, at: spanOf(node) };
  const of = [...inner, ...expressions(reading, tests), ...more];
  return { is: "comprehension", each: pattern(reading, left), over, of, asynchronous: hasWord(first, "async"), at: spanOf(node) };
}
