import { resolveFolder, resolveUri } from "../../base/address.ts";
import { unknown } from "../../model/value.ts";
import { type Answer, answer } from "../answer.ts";
import type { ProjectFiles } from "../files.ts";
import { isThere, namesIn } from "../look.ts";
import { moduleFile } from "../module-file.ts";
import { grammarOf } from "../source.ts";
import type { Imported } from "./resolve.ts";

/** Python's imports: relative to the package (`.db`, `..shared.db`), else from the first root that has the first name, else installed. */
export function resolvePython(from: string, specifier: string, roots: readonly string[], files: ProjectFiles): Answer<Imported> {
  const [, dots = "", dotted = ""] = /^(\.*)(.*)$/s.exec(specifier) ?? [];
  const names = dotted === "" ? [] : dotted.split(".");
  if (names.some((name) => !/^[\p{L}\p{N}_]+$/u.test(name))) return unknown(`${specifier} is no name of a module`);
  return dots === "" ? absolute(specifier, names, roots, files) : relative(from, specifier, dots.length, names, files);
}

function relative(from: string, specifier: string, level: number, names: readonly string[], files: ProjectFiles): Answer<Imported> {
  if (!grammarOf(from)) return unknown(`no files stand beside inline code, so ${specifier} means nothing`);
  const folder = resolveFolder(from, "../".repeat(level - 1));
  return (folder === undefined ? undefined : within(folder, names, files)) ?? unknown(`${specifier} was not found`);
}

function absolute(specifier: string, names: readonly string[], roots: readonly string[], files: ProjectFiles): Answer<Imported> {
  const [first = ""] = names;
  let begun = false;
  for (const root of roots) {
    const listed = namesIn(files, root);
    if (!listed.known) return listed;
    if (!listed.value.some((name) => name === `${first}.py` || name === `${first}/`)) continue;
    begun = true;
    const found = within(root, names, files);
    if (found) return found;
  }
  return begun ? unknown(`${specifier} was not found`) : answer({ is: "package", name: first });
}

/** The module of some names below a folder; undefined where there is none. */
function within(folder: string, names: readonly string[], files: ProjectFiles): Answer<Imported> | undefined {
  const module = names.length === 0 ? folder.slice(0, -1) : resolveUri(folder, names.join("/"));
  if (module === undefined) return undefined;
  const file = names.length === 0 ? ownModule(module, files) : moduleFile(files, module, "python");
  if (!file.known) return file;
  if (file.value !== undefined) return answer({ is: "file", uri: file.value });
  const namespace = isThere(files, `${module}/`);
  if (!namespace.known) return namespace;
  return namespace.value ? unknown(`${names.join(".") || "."} is a folder of modules without one of its own`) : undefined;
}

function ownModule(folder: string, files: ProjectFiles): Answer<string | undefined> {
  const uri = `${folder}/__init__.py`;
  const there = isThere(files, uri);
  return there.known ? answer(there.value ? uri : undefined) : there;
}

/** The specifier of a name that is imported from a module, should that name be a module too. */
export const submodule = (specifier: string, name: string): string => (specifier.endsWith(".") ? specifier + name : `${specifier}.${name}`);
