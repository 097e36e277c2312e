import { pathBelow, resolveFolder, resolveUri } from "../../base/address.ts";
import type { LanguageName } from "../../model/code/module.ts";
import { type Answer, answer } from "../answer.ts";
import type { ProjectFiles } from "../files.ts";
import { isNeverRead, namesIn } from "../look.ts";
import { EXTENSIONS, grammarOf } from "../source.ts";
import { isOutputFolder } from "./output.ts";

/** A search stops here: what is not found in so many folders would cost more than it tells. */
const MOST_FOLDERS = 60;
const BESIDE_SOURCES = /^(?:tests?|__tests__|__mocks__|spec|e2e|coverage|docs?|fixtures)$/;
/** Names that so many modules have that one alone tells nothing. */
const COMMON = /^(?:index|app|main|handler|lambda)$/;

/** The only module below a folder whose path ends in one of these ways, tried in order; undefined where there is none, or more than one. */
export function searchBelow(files: ProjectFiles, folder: string, endings: readonly string[], language: LanguageName): Answer<string | undefined> {
  const wanted = endings.filter((ending) => !COMMON.test(ending));
  if (wanted.length === 0) return answer(undefined);
  const modules = modulesBelow(files, folder, language);
  if (!modules.known) return modules;
  for (const ending of wanted) {
    const found = (modules.value ?? []).filter((uri) => endsWith(stemBelow(folder, uri), ending));
    const stems = new Set(found.map((uri) => stemBelow(folder, uri)));
    if (stems.size > 0) return answer(stems.size === 1 ? preferred(found, language) : undefined);
  }
  return answer(undefined);
}

/** Every module below a folder; undefined where there are too many folders to say. */
function modulesBelow(files: ProjectFiles, folder: string, language: LanguageName): Answer<readonly string[] | undefined> {
  const found: string[] = [];
  const folders = [folder];
  for (let at = 0; at < folders.length; at++) {
    if (at >= MOST_FOLDERS) return answer(undefined);
    const here = folders[at] ?? folder;
    const names = namesIn(files, here);
    if (!names.known) return names;
    for (const name of names.value) {
      if (!name.endsWith("/")) found.push(...(isModule(name, language) ? [resolveUri(here, name)] : []).filter((uri) => uri !== undefined));
      else if (isSourceFolder(name.slice(0, -1))) folders.push(...[resolveFolder(here, name)].filter((uri) => uri !== undefined));
    }
  }
  return answer(found);
}

const isModule = (name: string, language: LanguageName): boolean =>
  EXTENSIONS[language].some((extension) => name.endsWith(extension)) && grammarOf(name) !== undefined && !/\.(?:test|spec)\.\w+$/.test(name);

const isSourceFolder = (name: string): boolean => !isNeverRead(name) && !isOutputFolder(name) && !BESIDE_SOURCES.test(name) && !name.startsWith(".");

const stemBelow = (folder: string, uri: string): string => (pathBelow(folder, uri) ?? uri).replace(/\.[a-z]+$/, "");

const endsWith = (stem: string, ending: string): boolean => stem === ending || stem.endsWith(`/${ending}`);

const preferred = (uris: readonly string[], language: LanguageName): string | undefined =>
  EXTENSIONS[language].map((extension) => uris.find((uri) => uri.endsWith(extension))).find((uri) => uri !== undefined);
