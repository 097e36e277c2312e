import type { Pattern } from "../../model/code/code.ts";
import { hasWord, namedOf, type SyntaxNode } from "../../syntax/code/nodes.ts";
import { expression } from "./expressions.ts";
import { type Reading, spanOf, wordOf } from "./reading.ts";

const SEVERAL: ReadonlySet<string> = new Set(["pattern_list", "tuple_pattern", "list_pattern", "tuple", "list", "expression_list"]);
const STARRED: ReadonlySet<string> = new Set(["list_splat_pattern", "list_splat"]);

/** What a value is given to, in an assignment, a loop or behind `as`. */
export function pattern(reading: Reading, node: SyntaxNode): Pattern {
  if (node.kind === "identifier" && node.end > node.start) return { is: "name", name: wordOf(reading, node), at: spanOf(node) };
  const inner = namedOf(node);
  const [only] = inner;
  if (only && !inner[1] && isGrouping(node)) return pattern(reading, only);
  if (SEVERAL.has(node.kind)) return items(reading, node, inner);
  return { is: "target", code: expression(reading, node), at: spanOf(node) };
}

const isGrouping = (node: SyntaxNode): boolean =>
  node.kind === "parenthesized_expression" ||
  node.kind === "as_pattern_target" ||
  ((node.kind === "tuple_pattern" || node.kind === "tuple") && !hasWord(node, ","));

/** From a star on, a position says nothing about which item of the value a name gets: it gets a part of it. */
function items(reading: Reading, node: SyntaxNode, inner: readonly SyntaxNode[]): Pattern {
  const star = inner.findIndex(({ kind }) => STARRED.has(kind));
  const fixed = star < 0 ? inner : inner.slice(0, star);
  const floating = star < 0 ? [] : inner.slice(star);
  return { is: "items", items: [...fixed.map((part) => pattern(reading, part)), ...floating.map((part) => partOf(reading, part))], at: spanOf(node) };
}

function partOf(reading: Reading, node: SyntaxNode): Pattern {
  const [starred] = STARRED.has(node.kind) ? namedOf(node) : [node];
  if (starred?.kind !== "identifier") return pattern(reading, starred ?? node);
  return { is: "fields", fields: [], rest: wordOf(reading, starred), at: spanOf(starred) };
}
