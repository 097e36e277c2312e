import { resolveUri } from "../../base/address.ts";
import type { LanguageName } from "../../model/code/module.ts";
import type { Resource } from "../../model/resource.ts";
import { type Known, unknown, type Value } from "../../model/value.ts";
import { type Answer, answer } from "../answer.ts";
import { outputsIn } from "../built/output.ts";
import { sourceOf } from "../built/source-of.ts";
import type { ProjectFiles } from "../files.ts";
import { isNeverRead } from "../look.ts";
import { moduleFile } from "../module-file.ts";
import { codeFolder, writtenPath } from "./code-folder.ts";
import type { FoundEntry } from "./entry-of.ts";
import { entryPointOf } from "./entry-points.ts";
import { foundIn } from "./found.ts";
import { type Named, namedBy } from "./handler.ts";
import { missingEntry } from "./missing.ts";
import { rootsOf } from "./roots.ts";

/** The entry of a function whose code stands in a folder. More than one language is tried where the runtime does not say which. */
export function zipEntry(fn: Resource<"function">, handler: Known<string>, languages: readonly LanguageName[], files: ProjectFiles): Value<FoundEntry> {
  const folder = codeFolder(fn, files);
  if (!folder.known) return folder;
  const tried = languages.flatMap((language) => namedBy(handler.value, language).map((named) => ({ language, named })));
  if (tried.length === 0 || handler.value.startsWith("/")) return unknown(`the handler of ${fn.name} names no module of its own code`, handler.place);
  for (const { language, named } of tried) {
    const file = fileOf(fn, folder.value, { ...named, language }, files);
    if (!file.known) return unknown(file.reason, handler.place);
    const entry = file.value && foundIn(files, { ...file.value, exportName: named.exportName, roots: rootsOf(fn, folder.value, language) }, handler);
    if (entry) return entry;
  }
  return missingEntry({ fn, handler, folder: folder.value, tried }, files);
}

type Found = { readonly uri: string; readonly built: boolean } | undefined;

function fileOf(fn: Resource<"function">, folder: string, named: Named & { readonly language: LanguageName }, files: ProjectFiles): Answer<Found> {
  const module = resolveUri(folder, named.path);
  if (module === undefined) return answer(undefined);
  const { from, path } = writtenPath(fn.part.uri, module);
  if (path.split("/").some(isNeverRead)) return unknown(`the handler of ${fn.name} stands among what others wrote or a build made`);
  const method = fn.text("buildMethod");
  if (method.known && method.value === "esbuild") {
    const point = built(entryPointOf(fn, folder, named.path, files));
    if (!point.known || point.value) return point;
  }
  const outputs = outputsIn(from, path);
  if (outputs.some(({ sure }) => sure)) return builtBy(fn, sourceOf(files, module, outputs, named.language));
  const direct = moduleFile(files, module, named.language);
  if (!direct.known || direct.value !== undefined) return direct.known ? answer({ uri: direct.value ?? module, built: false }) : direct;
  return built(sourceOf(files, module, outputs, named.language));
}

const built = (source: Answer<string | undefined>): Answer<Found> =>
  source.known ? answer(source.value === undefined ? undefined : { uri: source.value, built: true }) : source;

/** What stands in the output of a build is nobody's source, so there is no other file to fall back on. */
function builtBy(fn: Resource<"function">, source: Answer<string | undefined>): Answer<Found> {
  const found = built(source);
  return found.known && !found.value ? unknown(`the code of ${fn.name} is the output of a build, and its source was not found`) : found;
}
