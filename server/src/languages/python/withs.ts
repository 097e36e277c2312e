import type { Code, Pattern, Statement } from "../../model/code/code.ts";
import { fieldOf, namedOf, type SyntaxNode } from "../../syntax/code/nodes.ts";
import { expression } from "./expressions.ts";
import { pattern } from "./patterns.ts";
import { type Reading, spanOf } from "./reading.ts";
import { suite } from "./statements.ts";

/** `with a as b, c:`, with `async` too. */
export function withStatement(reading: Reading, node: SyntaxNode): readonly Statement[] {
  const body = fieldOf(node, "body");
  const items = namedOf(node)
    .filter(({ kind }) => kind === "with_clause")
    .flatMap(namedOf);
  const uses = items.map((item) => used(reading, fieldOf(item, "value") ?? item));
  return [{ do: "block", uses, body: body ? suite(reading, node, body) : [], at: spanOf(node) }];
}

function used(reading: Reading, value: SyntaxNode): { readonly code: Code; readonly to: Pattern | undefined } {
  const alias = value.kind === "as_pattern" ? fieldOf(value, "alias") : undefined;
  const entered = alias ? namedOf(value).find((part) => part !== alias) : undefined;
  return { code: expression(reading, entered ?? value), to: alias && pattern(reading, alias) };
}
