import type { LanguageName } from "../../model/code/module.ts";
import type { Resource } from "../../model/resource.ts";
import { unknown, type Value } from "../../model/value.ts";

const FAMILIES: Readonly<Record<string, LanguageName>> = { nodejs: "javascript", python: "python" };
/** A runtime that only deployment knows does not hide the code: its file tells the language. */
const ANY: readonly LanguageName[] = ["javascript", "python"];

/**
 * The languages that a function's code may be written in, by the family of its runtime: newer runtimes than the tables know are read as well. Unknown for a
 * language that is not read.
 */
export function languagesOf(fn: Resource<"function">): Value<readonly LanguageName[]> {
  const runtime = fn.text("runtime");
  if (!runtime.known) return { known: true, value: ANY, place: runtime.place ?? fn.place, origin: "absent", aspect: "runtime" };
  if (runtime.value === undefined) return { ...runtime, value: ANY };
  const language = FAMILIES[/^[a-z]+/.exec(runtime.value)?.[0] ?? ""];
  return language ? { ...runtime, value: [language] } : unknown(`code for ${runtime.value} is not read`, runtime.place);
}
