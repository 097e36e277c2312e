import { pathBelow, resolveUri } from "../../base/address.ts";
import { type Answer, answer } from "../answer.ts";
import { outputsIn } from "../built/output.ts";
import { sourceOf } from "../built/source-of.ts";
import type { ProjectFiles } from "../files.ts";
import { asObject, type Json, type JsonObject, textsIn } from "../json.ts";
import { firstThere } from "../look.ts";
import { firstModule } from "../module-file.ts";
import type { PackageFile } from "../package-file.ts";
import { grammarOf } from "../source.ts";

/** The files that a package offers under a path in it, in the order of preference: its source before what is built of it. */
export function exportedBy({ json }: PackageFile, inside: string): readonly string[] {
  const source = inside === "" ? textsIn(json.source) : [];
  if (json.exports !== undefined) return [...source, ...targetsOf(json.exports, inside === "" ? "." : `./${inside}`)];
  if (inside !== "") return [`./${inside}`];
  return [...source, ...textsIn(json.module), ...textsIn(json.main), ...textsIn(json.types), ...textsIn(json.typings)];
}

/** What a package means by a name of its own (`#config`). */
export const importedBy = ({ json }: PackageFile, specifier: string): readonly string[] => targetsOf(json.imports, specifier);

/** The targets of a name in `exports` or `imports`, in all conditions; `*` stands for any text. */
function targetsOf(map: Json | undefined, name: string): readonly string[] {
  const named = asObject(map);
  if (!named || !Object.keys(named).some((key) => /^[.#]/.test(key))) return name === "." ? textsIn(map) : [];
  const exact = named[name];
  return exact === undefined ? byPattern(named, name) : textsIn(exact);
}

function byPattern(named: JsonObject, name: string): readonly string[] {
  for (const [key, target] of Object.entries(named)) {
    const [before = "", after] = key.split("*", 2);
    if (after === undefined || !name.startsWith(before) || !name.endsWith(after)) continue;
    const star = name.slice(before.length, name.length - after.length);
    return textsIn(target).map((text) => text.replaceAll("*", star));
  }
  return [];
}

/** The file with the source of one of a package's own files: itself, or what it is built from; at last the module that a package is by convention. */
export function packageSource(files: ProjectFiles, { folder }: PackageFile, targets: readonly string[]): Answer<string | undefined> {
  for (const target of targets) {
    const uri = resolveUri(folder, target);
    const found = uri === undefined ? answer(undefined) : sourceFile(files, folder, uri);
    if (!found.known || found.value !== undefined) return found;
  }
  return firstModule(files, targets.length > 0 && targets.every(isInside) ? [] : CONVENTIONS.flatMap((path) => resolveUri(folder, path) ?? []), "javascript");
}

const CONVENTIONS = ["src/index", "index", "lib/index"];

/** Whether a target is a part of a package rather than the whole. */
const isInside = (target: string): boolean => !/(?:^|\/)(?:index|main)(?:\.d)?\.[cm]?[jt]sx?$/.test(target);

function sourceFile(files: ProjectFiles, folder: string, uri: string): Answer<string | undefined> {
  const module = uri.replace(/(?:\.d)?\.(?:[cm]?[jt]s|[jt]sx)$/, "");
  const outputs = outputsIn(folder, pathBelow(folder, module) ?? "");
  const source = outputs.length > 0 ? sourceOf(files, module, outputs, "javascript") : answer(undefined);
  if (!source.known || source.value !== undefined) return source;
  if (outputs.some(({ sure }) => sure)) return answer(undefined);
  const exact = firstThere(files, grammarOf(uri) ? [uri] : []);
  return !exact.known || exact.value !== undefined ? exact : firstModule(files, [module], "javascript");
}
