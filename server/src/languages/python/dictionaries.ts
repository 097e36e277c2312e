import type { Code, ObjectEntry } from "../../model/code/code.ts";
import { fieldOf, namedOf, type SyntaxNode } from "../../syntax/code/nodes.ts";
import { expression } from "./expressions.ts";
import { keySpan } from "./members.ts";
import { type Reading, spanOf } from "./reading.ts";

/** A key that is a number is another than the text with its digits, so that only literal texts are keys. */
export function dictionary(reading: Reading, node: SyntaxNode): Code {
  const entries: ObjectEntry[] = [];
  const others: Code[] = [];
  for (const part of namedOf(node)) {
    const keyNode = part.kind === "pair" ? fieldOf(part, "key") : undefined;
    const valueNode = part.kind === "pair" ? fieldOf(part, "value") : undefined;
    if (!keyNode || !valueNode) {
      others.push(expression(reading, part));
      continue;
    }
    const key = expression(reading, keyNode);
    const value = expression(reading, valueNode);
    if (key.is === "text") entries.push({ key: key.value, keyAt: keySpan(reading, keyNode), value, at: spanOf(part) });
    else others.push(key, value);
  }
  return { is: "object", entries, open: others.length > 0, others, at: spanOf(node) };
}
