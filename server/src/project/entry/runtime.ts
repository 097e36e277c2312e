import type { LanguageName } from "../../model/code/module.ts";
import type { Resource } from "../../model/resource.ts";
import { unknown, type Value } from "../../model/value.ts";

const FAMILIES: Readonly<Record<string, LanguageName>> = { nodejs: "javascript", python: "python" };

/** The language that a function's runtime runs, by the family of the runtime: newer runtimes than the tables know are read as well. */
export function languageOfRuntime(fn: Resource<"function">): Value<LanguageName> {
  const runtime = fn.text("runtime");
  if (!runtime.known) return unknown(`the runtime of ${fn.name} is not known: ${runtime.reason}`, runtime.place);
  if (runtime.value === undefined) return unknown(`${fn.name} names no runtime`, runtime.place);
  const language = FAMILIES[/^[a-z]+/.exec(runtime.value)?.[0] ?? ""];
  return language ? { ...runtime, value: language } : unknown(`code for ${runtime.value} is not read`, runtime.place);
}
