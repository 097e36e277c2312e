import type { Code } from "../../model/code/code.ts";
import { codeOf, otherCode } from "./expressions.ts";
import { innerSpan } from "./literals.ts";
import { type Part, type Reading, soundPartsOf, spanOf, wordAt } from "./syntax.ts";

export function memberCode(reading: Reading, part: Part): Code {
  const parts = soundPartsOf(reading, part);
  const [object, property] = parts;
  if (!object || !property) return otherCode(reading, part);
  const key = wordAt(reading, property.start, property.end);
  return { is: "member", of: codeOf(reading, object), key, keyAt: spanOf(property), subscript: false, at: spanOf(part) };
}

/** `a[b]`; a literal text between the brackets is the key of a member. */
export function itemCode(reading: Reading, part: Part): Code {
  const [object, index] = soundPartsOf(reading, part);
  if (!object || !index) return otherCode(reading, part);
  const of = codeOf(reading, object);
  const code = codeOf(reading, index);
  if (code.is === "text") return { is: "member", of, key: code.value, keyAt: innerSpan(index), subscript: true, at: spanOf(part) };
  return { is: "item", of, index: code, at: spanOf(part) };
}
