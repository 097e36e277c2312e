import { span } from "../../base/span.ts";
import type { Code, Pattern, Statement } from "../../model/code/code.ts";
import { declaratorsOf } from "./declarations.ts";
import { codeOf } from "./expressions.ts";
import { patternOf } from "./patterns.ts";
import { bodyOf } from "./statements.ts";
import { type Part, type Reading, soundPartsOf, spanOf, wordsBetween } from "./syntax.ts";

/** `for … of`, `for await … of` and `for … in`. */
export function eachLoop(reading: Reading, part: Part): readonly Statement[] {
  const parts = soundPartsOf(reading, part);
  const [each] = parts;
  const over = parts.at(-2);
  const body = parts.at(-1);
  if (!each || !over || !body || parts.length < 3) return [];
  return [
    {
      do: "loop",
      kind: "each",
      each: patternOf(reading, each),
      over: codeOf(reading, over),
      test: undefined,
      asynchronous: /^for\s*await\b/.test(wordsBetween(reading, part.start, each.start)),
      body: bodyOf(reading, body),
      headAt: headOf(reading, part, body),
      at: spanOf(part),
    },
  ];
}

/** `while` and `do … while`. */
export function whileLoop(reading: Reading, part: Part): readonly Statement[] {
  const parts = soundPartsOf(reading, part);
  const [test, body] = part.kind === "do_statement" ? [parts[1], parts[0]] : parts;
  if (!test) return [];
  const code = codeOf(reading, test);
  const headAt = headOf(reading, part, body);
  return [
    { do: "loop", kind: "while", each: undefined, over: undefined, test: code, asynchronous: false, body: bodyOf(reading, body), headAt, at: spanOf(part) },
  ];
}

/** `for (a; b; c)`: the names of `a` change with each turn, so no value is given to them; its code and that of `c` are what is looped over. */
export function countLoop(reading: Reading, part: Part): readonly Statement[] {
  const parts = soundPartsOf(reading, part);
  const [first, second, third] = parts;
  const body = parts.at(-1);
  const increment = parts.length > 3 ? third : undefined;
  const { each, values } = first && first !== body ? initialOf(reading, first) : { each: undefined, values: [] };
  const test = second && second !== body ? codesOf(reading, second)[0] : undefined;
  const of = [...values, ...(increment ? codesOf(reading, increment) : [])];
  const headAt = headOf(reading, part, body);
  const over: Code = { is: "other", of, at: headAt };
  return [{ do: "loop", kind: "count", each, over, test, asynchronous: false, body: bodyOf(reading, body), headAt, at: spanOf(part) }];
}

function initialOf(reading: Reading, part: Part): { readonly each: Pattern | undefined; readonly values: readonly Code[] } {
  if (part.kind !== "lexical_declaration" && part.kind !== "variable_declaration") return { each: undefined, values: codesOf(reading, part) };
  const declarators = declaratorsOf(reading, part);
  const [first, ...more] = declarators.map(({ to }) => to);
  const each: Pattern | undefined = first && more.length > 0 ? { is: "items", items: [first, ...more], at: spanOf(part) } : first;
  return { each, values: declarators.flatMap(({ value }) => value ?? []) };
}

function codesOf(reading: Reading, part: Part): readonly Code[] {
  if (part.kind === "empty_statement") return [];
  if (part.kind === "expression_statement") return soundPartsOf(reading, part).map((expression) => codeOf(reading, expression));
  return [codeOf(reading, part)];
}

function headOf({ text }: Reading, part: Part, body: Part | undefined) {
  return span(part.start, part.start + text.slice(part.start, body?.start ?? part.end).trimEnd().length);
}
