import { once } from "../base/memo.ts";
import { below, type Path } from "../base/place.ts";
import type { Expression, Literal } from "./expression.ts";

/** A literal text that holds a JSON document, read as what it says; undefined for any other text. */
export const embedded = once((literal: Literal): Expression | undefined =>
  typeof literal.value === "string" ? readJson(literal.value, literal.path) : undefined,
);

/** The same for a text that no literal of the template holds as it is: a parameter's default, a joined text. */
export function readJson(text: string, path: Path | undefined): Expression | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return fromJson(JSON.parse(text), path);
  } catch {
    return undefined;
  }
}

function fromJson(value: unknown, path: Path | undefined): Expression {
  if (Array.isArray(value)) return { is: "list", items: value.map((item, index) => fromJson(item, below(path, index))), path };
  if (typeof value === "object" && value !== null) {
    return { is: "map", entries: new Map(Object.entries(value).map(([key, item]) => [key, fromJson(item, below(path, key))])), path };
  }
  return { is: "literal", value: value as string | number | boolean | null, path };
}
