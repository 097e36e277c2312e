import { folderOf, resolveFolder, resolveUri } from "../../base/address.ts";
import { EXEC_WRAPPER } from "../../knowledge/handler-redirects.ts";
import type { LanguageName } from "../../model/code/module.ts";
import type { Resource } from "../../model/resource.ts";
import { type Known, type Unknown, unknown, type Value } from "../../model/value.ts";
import { type Answer, answer } from "../answer.ts";
import { outputsIn } from "../built/output.ts";
import type { ProjectFiles } from "../files.ts";
import { listedAs, namesIn, upwards } from "../look.ts";
import { grammarOf } from "../source.ts";
import { buildIn } from "./builds.ts";
import { writtenPath } from "./code-folder.ts";
import type { FoundEntry } from "./entry-of.ts";
import type { Named } from "./handler.ts";
import { isIgnored } from "./ignored.ts";
import { nearestTo, sourcesIn } from "./nearest.ts";

/** A handler for which no file was found. */
export interface Unfound {
  readonly fn: Resource<"function">;
  readonly handler: Known<string>;
  /** Address of the folder with the code. */
  readonly folder: string;
  readonly tried: readonly { readonly language: LanguageName; readonly named: Named }[];
}

/** Says that a file is missing where it surely is, and otherwise why that cannot be said. */
export function missingEntry(of: Unfound, files: ProjectFiles): Value<FoundEntry> {
  const [first, ...others] = of.tried;
  const doubt = (reason: string): Unknown => unknown(`the module that the handler of ${of.fn.name} names was not found: ${reason}`, of.handler.place);
  if (!first || others.some(({ language }) => language !== first.language)) return doubt("its runtime is not known");
  const gone = isGone(files, of.folder, first.language);
  if (!gone.known) return doubt(gone.reason);
  const elsewhere = comesFromElsewhere(of, gone.value ? ["esbuild"] : []);
  if (elsewhere) return doubt(elsewhere);
  const module = resolveUri(of.folder, first.named.path) ?? of.folder;
  const made = isMade(of, module, first.language, files);
  const isKnownFolder = gone.value ? gone : holdsCode(of, module, first.language, files);
  if (!isKnownFolder.known) return doubt(isKnownFolder.reason);
  if (!made.known) return doubt(made.reason);
  const nearest = nearestTo(files, of.folder, first);
  if (!nearest.known) return doubt(nearest.reason);
  const layers = of.fn.terms("layers");
  if (nearest.value === undefined && (!layers.known || layers.value.length > 0)) return doubt("it may be in a layer");
  const { path } = writtenPath(of.fn.part.uri, module);
  return { ...of.handler, value: { is: "missing", missing: { wanted: path, nearest: nearest.value } } };
}

/** A folder that is not there is surely missing where folders with code stand beside it. */
const LIKE_IT = 2;

/** Whether the folder with the code is not there, although folders with code stand where it should be. */
function isGone(files: ProjectFiles, folder: string, language: LanguageName): Answer<boolean> {
  const parent = folderOf(folder);
  const names = namesIn(files, folder);
  const beside = parent === undefined ? names : namesIn(files, parent);
  if (!names.known) return names;
  if (!beside.known) return beside;
  if (names.value.length > 0 || parent === undefined || beside.value.includes(listedAs(folder))) return answer(false);
  let found = 0;
  for (const name of beside.value.filter((one) => one.endsWith("/"))) {
    const sources = sourcesIn(files, resolveFolder(parent, name) ?? parent, language);
    if (!sources.known) return sources;
    if (sources.value.length > 0) found += 1;
    if (found >= LIKE_IT) return answer(true);
  }
  return answer(false);
}

/** Why the template itself leaves open where the module comes from. */
function comesFromElsewhere({ fn, handler }: Unfound, harmless: readonly string[]): string | undefined {
  const method = fn.text("buildMethod");
  const environment = fn.structure("environment");
  if (handler.aspect !== "handler") return "a vendor's handler loads it";
  if (handler.origin !== "literal" && handler.origin !== "globals") return "another deployment may name another one";
  const uri = fn.text("codeUri");
  if (uri.known && grammarOf(uri.value ?? "")) return "its code is a single file";
  if (!method.known || (method.value !== undefined && !harmless.includes(method.value))) return "a build of its own makes it";
  if (!environment.known || environment.value?.open !== undefined) return "its variables are not all known";
  return environment.value?.keys.includes(EXEC_WRAPPER) ? "a wrapper of a layer may load it" : undefined;
}

/** Unknown where the folder is no folder with sources. */
function holdsCode({ folder }: Unfound, module: string, language: LanguageName, files: ProjectFiles): Answer<boolean> {
  for (const at of [folder, folderOf(module) ?? folder]) {
    const sources = sourcesIn(files, at, language);
    if (!sources.known || sources.value.length > 0) return sources.known ? answer(true) : sources;
  }
  return unknown("no code stands in that folder");
}

/** Unknown where a build or a tool may write the module. */
function isMade({ fn, folder }: Unfound, module: string, language: LanguageName, files: ProjectFiles): Value<false> | Unknown {
  const { from, path } = writtenPath(fn.part.uri, module);
  if (outputsIn(from, path).length > 0) return unknown("a build may write it");
  for (const above of new Set([...upwards(files, folderOf(module) ?? folder), ...upwards(files, folderOf(fn.part.uri) ?? folder)])) {
    const names = namesIn(files, above);
    if (!names.known) return names;
    const build = buildIn(files, above, names.value);
    if (!build.known) return build;
    if (build.value !== undefined) return unknown(`${build.value} may write it`);
  }
  const ignored = isIgnored(files, module, language);
  if (!ignored.known) return ignored;
  return ignored.value ? unknown("Git ignores it, so a build may write it") : { known: true, value: false, place: fn.place, origin: "implied", aspect: "" };
}
