import { resolveFolder, resolveUri } from "../../base/address.ts";
import type { LanguageName } from "../../model/code/module.ts";
import type { Resource } from "../../model/resource.ts";
import { type Known, unknown, type Value } from "../../model/value.ts";
import { sourceFolder } from "../../model/words/functions.ts";
import type { ProjectFiles } from "../files.ts";
import { moduleFile } from "../module-file.ts";
import { codeAt, grammarOf, needsCompiling } from "../source.ts";
import type { FoundEntry } from "./entry-of.ts";
import { namedBy } from "./handler.ts";

/** The entry of a function whose code stands in a folder. */
export function zipEntry(fn: Resource<"function">, handler: Known<string | undefined>, language: LanguageName, files: ProjectFiles): Value<FoundEntry> {
  const folder = codeFolder(fn, files);
  if (!folder.known) return folder;
  for (const { path, exportName } of namedBy(handler.value ?? "", language)) {
    const module = resolveUri(folder.value, path);
    const file = module === undefined ? undefined : moduleFile(files, module, language);
    if (file?.known === false) return unknown(file.reason, handler.place);
    const uri = file?.value;
    const grammar = uri === undefined ? undefined : grammarOf(uri);
    if (uri === undefined || !grammar) continue;
    const text = codeAt(files, uri);
    if (!text.known) return unknown(text.reason, handler.place);
    if (text.value === undefined) continue;
    const source = { place: { uri, path: undefined, part: "value" }, text: text.value, grammar } as const;
    return { ...handler, value: { is: "entry", entry: { source, exportName, roots: [folder.value], built: needsCompiling(uri) } } };
  }
  return unknown(`the module that the handler of ${fn.name} names was not found`, handler.place);
}

/** The address of the folder with a function's code. */
export function codeFolder(fn: Resource<"function">, files: ProjectFiles): Value<string> {
  const relative = sourceFolder(fn);
  if (!relative.known) return unknown(`where the code of ${fn.name} stands is not known: ${relative.reason}`, relative.place);
  if (relative.value === undefined) return unknown(`the code of ${fn.name} does not come from a folder`, relative.place);
  const folder = resolveFolder(fn.part.uri, relative.value);
  return folder !== undefined && files.includes(folder)
    ? { ...relative, value: folder }
    : unknown(`the code of ${fn.name} lies outside the workspace`, relative.place);
}
