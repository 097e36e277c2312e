import type { Span } from "../../base/span.ts";
import type { Code, ListCode, ObjectCode, ObjectEntry } from "../../model/code/code.ts";
import { codeOf, nameCode } from "./expressions.ts";
import { methodCode } from "./functions.ts";
import { innerSpan, numberCode, textCode } from "./literals.ts";
import { type Part, partsOf, type Reading, soundPartsOf, spanOf, wordAt, wordsBetween } from "./syntax.ts";

/** A key that is known from the text alone. */
export interface Key {
  readonly key: string;
  readonly keyAt: Span;
}

export function objectCode(reading: Reading, part: Part): ObjectCode {
  const entries: ObjectEntry[] = [];
  const others: Code[] = [];
  for (const child of partsOf(reading, part)) {
    const entry = entryOf(reading, child);
    if ("key" in entry) entries.push(entry);
    else others.push(...entry.others);
  }
  return { is: "object", entries, open: others.length > 0, others, at: spanOf(part) };
}

/** An entry, or the code of what has no key that is known: a spread, a computed key, an accessor, whose value is what it returns. */
function entryOf(reading: Reading, part: Part): ObjectEntry | { readonly others: readonly Code[] } {
  if (part.kind === "shorthand_property_identifier") {
    return { key: wordAt(reading, part.start, part.end), keyAt: spanOf(part), value: nameCode(reading, part), at: spanOf(part) };
  }
  if (part.kind === "pair") return pairOf(reading, part);
  if (part.kind !== "method_definition") return { others: [codeOf(reading, part)] };
  const { key, accessor, computed, code } = methodCode(reading, part);
  return key && !accessor ? { ...key, value: code, at: spanOf(part) } : { others: [...computed, code] };
}

function pairOf(reading: Reading, part: Part): ObjectEntry | { readonly others: readonly Code[] } {
  const [name, value] = soundPartsOf(reading, part);
  if (!name || !value) return { others: name ? [codeOf(reading, name)] : [] };
  const { key, computed } = keyOf(reading, name);
  const code = codeOf(reading, value);
  return key ? { ...key, value: code, at: spanOf(part) } : { others: [...computed, code] };
}

/** The key that a name in an object, a class or a pattern stands for, or the code that computes it. */
export function keyOf(reading: Reading, part: Part): { readonly key: Key | undefined; readonly computed: readonly Code[] } {
  switch (part.kind) {
    case "string":
      return { key: { key: textCode(reading, part).value, keyAt: innerSpan(part) }, computed: [] };
    case "number":
      return { key: { key: String(numberCode(reading, part).value), keyAt: spanOf(part) }, computed: [] };
    case "computed_property_name":
      return computedKey(codeOf(reading, part));
    default:
      return { key: { key: wordAt(reading, part.start, part.end), keyAt: spanOf(part) }, computed: [] };
  }
}

function computedKey(code: Code): ReturnType<typeof keyOf> {
  return code.is === "text" ? { key: { key: code.value, keyAt: code.at }, computed: [] } : { key: undefined, computed: [code] };
}

/** A list; a hole in it is nothing, so that those behind it keep their places. */
export function listCode(reading: Reading, part: Part): ListCode {
  const items = placedItems(reading, part).map(
    (item): Code => (typeof item === "number" ? { is: "nothing", at: { start: item, end: item } } : codeOf(reading, item)),
  );
  return { is: "list", items, at: spanOf(part) };
}

/** The items between square brackets, with the offset of its comma for each hole. */
export function placedItems(reading: Reading, part: Part): readonly (Part | number)[] {
  const items: (Part | number)[] = [];
  let from = part.start + 1;
  let expected = 0;
  for (const item of partsOf(reading, part)) {
    const commas = wordsBetween(reading, from, item.start).replace(/[^,]/g, "").length;
    for (let hole = commas; hole > expected; hole--) items.push(item.start);
    items.push(item);
    from = item.end;
    expected = 1;
  }
  return items;
}
