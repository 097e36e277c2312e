import { Subject } from "../model/subject.ts";
import type { Finding } from "../rules/define.ts";

type Values = NonNullable<Finding["values"]>;

/** Fills `{names}` of a line; a name without a value stays as it is, so that a typo shows. */
export function filled(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? spelledOut(values[name]) : whole));
}

function spelledOut(value: Values[string] | undefined): string {
  if (value instanceof Subject) return value.name;
  if (Array.isArray(value)) return enumerated(value as readonly string[]);
  if (typeof value === "number") return value.toLocaleString("en-US");
  return String(value);
}

/** `A`, `A and B`, `A, B and C`. */
export function enumerated(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** Up to three names, and how many more: `A, B, C and 4 more`. */
export function upToThree(names: readonly string[]): string {
  return names.length <= 3 ? enumerated(names) : `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`;
}

/** A line that says in brackets for which deployment it holds, or where it stands, before its full stop. */
export const withWhere = (message: string, where: string): string => (where === "" ? message : message.replace(/\.?$/, (stop) => ` (${where})${stop}`));
