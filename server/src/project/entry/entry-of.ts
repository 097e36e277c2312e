import type { Entry, MissingEntry } from "../../model/code/entry.ts";
import type { Resource } from "../../model/resource.ts";
import { unknown, type Value } from "../../model/value.ts";
import type { ProjectFiles } from "../files.ts";
import { inlineEntry } from "./inline.ts";
import { languageOfRuntime } from "./runtime.ts";
import { zipEntry } from "./zip.ts";

export type FoundEntry = { readonly is: "entry"; readonly entry: Entry } | { readonly is: "missing"; readonly missing: MissingEntry };

/**
 * Where the code of a function begins: in a file of the workspace, or in the template itself. `missing` is said only where the code surely stands in a
 * folder of the workspace and nothing there is what the handler names; all that cannot be followed is unknown, with a reason for people.
 * The place of the answer is the handler.
 */
export function entryOf(fn: Resource<"function">, files: ProjectFiles): Value<FoundEntry> {
  const inline = fn.has("inlineCode");
  if (!inline.known) return inline;
  const language = languageOfRuntime(fn);
  if (!language.known) return language;
  const handler = fn.text("handler");
  if (!handler.known) return unknown(`the handler of ${fn.name} is not known: ${handler.reason}`, handler.place);
  if (!inline.value) return zipEntry(fn, handler, language.value, files);
  const entry = inlineEntry(fn, handler, language.value);
  return entry.known ? { ...entry, value: { is: "entry", entry: entry.value } } : entry;
}
