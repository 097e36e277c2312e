import type { ListCode, ObjectCode } from "../../../model/code/code.ts";
import type { CodeStyle } from "../../../model/code/module.ts";
import type { Listing } from "../../shared/listing.ts";

/** A literal in the quotes of the file. */
export function literal(value: string | number | boolean, { quote }: CodeStyle): string {
  if (typeof value !== "string") return String(value);
  const escaped = JSON.stringify(value).slice(1, -1);
  return quote === '"' ? `"${escaped}"` : `'${escaped.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** A key of an object, in quotes where it needs them. */
export const key = (name: string, style: CodeStyle): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name, style));

/** What ends a statement in the file. */
export const ending = ({ semicolons }: CodeStyle): string => (semicolons ? ";" : "");

/** The inside of an object literal, for another entry. */
export function entriesIn({ at, entries, others }: ObjectCode): Listing {
  const ends = [...entries, ...others].map((each) => each.at.end);
  return { brackets: at, last: ends.length === 0 ? undefined : Math.max(...ends), padding: " " };
}

/** The inside of the brackets of a call, for another argument. */
export function argumentsIn({ arguments: given, argumentsAt }: { readonly arguments: ListCode["items"]; readonly argumentsAt: ObjectCode["at"] }): Listing {
  return { brackets: argumentsAt, last: given.at(-1)?.at.end, padding: "" };
}
