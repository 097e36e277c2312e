import type { CallCode, Code } from "../../../model/code/code.ts";
import type { CodeStyle } from "../../../model/code/module.ts";
import type { Listing } from "../../shared/listing.ts";

/** A literal in the quotes of the file. */
export function literal(value: string | number | boolean, { quote }: CodeStyle): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return String(value);
  const escaped = JSON.stringify(value).slice(1, -1);
  return quote === '"' ? `"${escaped}"` : `'${escaped.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** The inside of the brackets of a call, for another argument. */
export function argumentsIn({ arguments: given, named, argumentsAt }: CallCode): Listing {
  const ends = [...given, ...named.values()].map(({ at }) => at.end);
  return { brackets: argumentsAt, last: ends.length === 0 ? undefined : Math.max(...ends), padding: "" };
}

export const isLiteral = ({ is }: Code): boolean => is === "text" || is === "number" || is === "flag" || is === "nothing";
