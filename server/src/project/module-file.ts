import type { LanguageName } from "../model/code/module.ts";
import { type Answer, answer } from "./answer.ts";
import type { ProjectFiles } from "./files.ts";
import { firstThere, isThere } from "./look.ts";
import { EXTENSIONS } from "./source.ts";

/** What a folder is called that is a module itself. */
const OWN_MODULE: Readonly<Record<LanguageName, string>> = { javascript: "index", python: "__init__" };

/** The file of a module by its address without an extension: a file of that name, or the module of a folder of that name. */
export function moduleFile(files: ProjectFiles, module: string, language: LanguageName): Answer<string | undefined> {
  const file = firstThere(files, spellings(module, language));
  if (!file.known || file.value !== undefined) return file;
  const folder = isThere(files, `${module}/`);
  if (!folder.known) return folder;
  return folder.value ? firstThere(files, spellings(`${module}/${OWN_MODULE[language]}`, language)) : answer(undefined);
}

/** The first of several modules that has a file. */
export function firstModule(files: ProjectFiles, modules: readonly string[], language: LanguageName): Answer<string | undefined> {
  for (const module of modules) {
    const file = moduleFile(files, module, language);
    if (!file.known || file.value !== undefined) return file;
  }
  return answer(undefined);
}

const spellings = (module: string, language: LanguageName): readonly string[] => EXTENSIONS[language].map((extension) => module + extension);
