import type { Entry, MissingEntry } from "../../model/code/entry.ts";
import type { Resource } from "../../model/resource.ts";
import type { Value } from "../../model/value.ts";
import type { ProjectFiles } from "../files.ts";
import { imageEntry } from "./image.ts";
import { inlineEntry } from "./inline.ts";
import { realHandler } from "./real-handler.ts";
import { languagesOf } from "./runtime.ts";
import { zipEntry } from "./zip.ts";

export type FoundEntry = { readonly is: "entry"; readonly entry: Entry } | { readonly is: "missing"; readonly missing: MissingEntry };

/**
 * Where the code of a function begins: in a file of the workspace, or in the template itself. `missing` is said only where the code surely stands in a
 * folder of the workspace and nothing there is what the handler names; all that cannot be followed is unknown, with a reason for people.
 * The place of the answer is the handler, or what names it in the handler's place.
 */
export function entryOf(fn: Resource<"function">, files: ProjectFiles): Value<FoundEntry> {
  const inline = fn.has("inlineCode");
  const packaged = fn.text("packageType");
  if (!inline.known) return inline;
  if (!packaged.known) return packaged;
  if (packaged.value === "Image") return imageEntry(fn, files);
  const languages = languagesOf(fn);
  const handler = realHandler(fn);
  if (!languages.known) return languages;
  if (!handler.known) return handler;
  return inline.value ? inlineEntry(fn, handler, languages.value) : zipEntry(fn, handler, languages.value, files);
}
