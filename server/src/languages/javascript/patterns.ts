import type { Code, Field, Pattern } from "../../model/code/code.ts";
import { codeOf } from "./expressions.ts";
import { keyOf, placedItems } from "./objects.ts";
import { oneDeeper, type Part, partsOf, type Reading, soundPartsOf, spanOf, wordAt } from "./syntax.ts";

/** Lowers what stands on the left of an assignment, or is declared. */
export function patternOf(reading: Reading, part: Part): Pattern {
  return oneDeeper(reading, part, patternAt) ?? { is: "items", items: [], at: spanOf(part) };
}

/** A pattern with the value that it takes where none is given. */
export interface Defaulted {
  readonly to: Pattern;
  readonly default: Code | undefined;
}

export function defaultedOf(reading: Reading, part: Part): Defaulted {
  if (!hasDefault(part)) return { to: patternOf(reading, part), default: undefined };
  const [left, right] = soundPartsOf(reading, part);
  return { to: left ? patternOf(reading, left) : { is: "items", items: [], at: spanOf(part) }, default: right && codeOf(reading, right) };
}

const hasDefault = ({ kind }: Part): boolean => kind === "assignment_pattern" || kind === "object_assignment_pattern" || kind === "assignment_expression";

export function namePattern(reading: Reading, part: Part): NamePattern {
  const name = wordAt(reading, part.start, part.end);
  if (name === "require") reading.seen.requireBindings++;
  return { is: "name", name, at: spanOf(part) };
}

/** The names that a pattern gives values to. */
export function namesIn(pattern: Pattern): readonly NamePattern[] {
  switch (pattern.is) {
    case "name":
      return [pattern];
    case "fields":
      return [
        ...pattern.fields.flatMap(({ to }) => namesIn(to)),
        ...(pattern.rest === undefined ? [] : [{ is: "name" as const, name: pattern.rest, at: pattern.at }]),
      ];
    case "items":
      return pattern.items.flatMap((item) => (item ? namesIn(item) : []));
    case "target":
      return [];
  }
}

export type NamePattern = Extract<Pattern, { is: "name" }>;

function patternAt(reading: Reading, part: Part): Pattern {
  switch (part.kind) {
    case "identifier":
    case "type_identifier":
    case "shorthand_property_identifier_pattern":
    case "shorthand_property_identifier":
      return namePattern(reading, part);
    case "object_pattern":
    case "object":
      return fieldsOf(reading, part);
    case "array_pattern":
    case "array":
      return itemsOf(reading, part);
    case "parenthesized_expression":
    case "non_null_expression":
    case "as_expression":
    case "satisfies_expression":
      return innerPattern(reading, part);
    case "rest_pattern":
    case "spread_element":
      return restPattern(reading, part);
    default:
      return { is: "target", code: codeOf(reading, part), at: spanOf(part) };
  }
}

/** What is in brackets, or below a type assertion. */
function innerPattern(reading: Reading, part: Part): Pattern {
  const [inner] = partsOf(reading, part);
  return inner ? patternOf(reading, inner) : { is: "items", items: [], at: spanOf(part) };
}

function fieldsOf(reading: Reading, part: Part): Pattern {
  const fields: Field[] = [];
  let rest: string | undefined;
  for (const child of partsOf(reading, part)) {
    if (child.kind === "rest_pattern" || child.kind === "spread_element") rest = restOf(reading, child);
    else fields.push(...fieldOf(reading, child));
  }
  return { is: "fields", fields, rest, at: spanOf(part) };
}

const ANY = "*";

/** What the items before it leave: a list of which the items are not known. */
function restPattern(reading: Reading, part: Part): Pattern {
  const to = innerPattern(reading, part);
  const at = spanOf(part);
  return to.is === "name"
    ? { is: "fields", fields: [], rest: to.name, at }
    : { is: "fields", fields: [{ key: ANY, to, default: undefined }], rest: undefined, at };
}

function restOf(reading: Reading, part: Part): string | undefined {
  const inner = innerPattern(reading, part);
  return inner.is === "name" ? inner.name : undefined;
}

/** One field; with a computed key it is any. */
function fieldOf(reading: Reading, part: Part): readonly Field[] {
  if (part.kind === "pair_pattern" || part.kind === "pair") {
    const [name, value] = soundPartsOf(reading, part);
    if (!name || !value) return [];
    const { key } = keyOf(reading, name);
    return [{ key: key?.key ?? ANY, ...defaultedOf(reading, value) }];
  }
  const { to, default: value } = defaultedOf(reading, part);
  return to.is === "name" ? [{ key: to.name, to, default: value }] : [];
}

/** Items by their place; where one has a default, as the fields of a list that they are. */
function itemsOf(reading: Reading, part: Part): Pattern {
  const placed = placedItems(reading, part);
  const at = spanOf(part);
  if (!placed.some((item) => typeof item !== "number" && hasDefault(item))) {
    return { is: "items", items: placed.map((item) => (typeof item === "number" ? undefined : patternOf(reading, item))), at };
  }
  const fields = placed.flatMap((item, index) => (typeof item === "number" ? [] : [{ key: String(index), ...defaultedOf(reading, item) }]));
  return { is: "fields", fields, rest: undefined, at };
}
