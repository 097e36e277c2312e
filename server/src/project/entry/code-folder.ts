import { folderOf, pathBelow, resolveFolder } from "../../base/address.ts";
import type { Resource } from "../../model/resource.ts";
import { walk } from "../../model/template.ts";
import { unknown, type Value } from "../../model/value.ts";
import { sourceFolder } from "../../model/words/functions.ts";
import type { ProjectFiles } from "../files.ts";
import { grammarOf } from "../source.ts";

/** The address of the folder with a function's code. */
export function codeFolder(fn: Resource<"function">, files: ProjectFiles): Value<string> {
  const relative = sourceFolder(fn);
  if (!relative.known && walk(fn.part.body, fn.part.binding.properties.codeUri ?? [])?.is === "map")
    return unknown(`the code of ${fn.name} comes from a bucket`, relative.place);
  if (!relative.known) return unknown(`where the code of ${fn.name} stands is not known: ${relative.reason}`, relative.place);
  if (relative.value === undefined) return unknown(`the code of ${fn.name} does not come from a folder`, relative.place);
  const folder = resolveCode(fn.part.uri, relative.value);
  return folder !== undefined && files.includes(folder)
    ? { ...relative, value: folder }
    : unknown(`the code of ${fn.name} lies outside the workspace`, relative.place);
}

/** The folder that a template names as code. A file of code is packed alone, at the top of the archive. */
export const resolveCode = (templateUri: string, written: string): string | undefined =>
  resolveFolder(templateUri, grammarOf(written) ? `${written}/..` : written);

/** The steps that a template says to something, and the folder that they begin in: what lies above that is nobody's choice of this template. */
export function writtenPath(templateUri: string, to: string): { readonly from: string; readonly path: string } {
  let from = folderOf(templateUri) ?? templateUri;
  while (!to.startsWith(from)) from = folderOf(from) ?? to;
  return { from, path: pathBelow(from, to) ?? "" };
}
