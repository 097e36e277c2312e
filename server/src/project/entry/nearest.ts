import { folderOf, pathBelow, resolveFolder, resolveUri } from "../../base/address.ts";
import { isTypoOf } from "../../base/spelling.ts";
import type { LanguageName } from "../../model/code/module.ts";
import { type Answer, answer } from "../answer.ts";
import type { ProjectFiles } from "../files.ts";
import { isNeverRead, namesIn } from "../look.ts";
import { EXTENSIONS, grammarOf } from "../source.ts";
import type { Named } from "./handler.ts";

/** Folders beside the handler's that are looked into. */
const MOST_FOLDERS = 20;

/**
 * The only module close by that a handler could have meant, as the handler that names it: the same folder and nearly the same name, or the same name in a
 * folder next to it. Undefined where there is none, or more than one.
 */
export function nearestTo(
  files: ProjectFiles,
  folder: string,
  { language, named }: { readonly language: LanguageName; readonly named: Named },
): Answer<string | undefined> {
  const module = resolveUri(folder, named.path);
  const own = module === undefined ? undefined : folderOf(module);
  if (module === undefined || own === undefined) return answer(undefined);
  const wanted = named.path.slice(named.path.lastIndexOf("/") + 1);
  const found = new Set<string>();
  const places = foldersNear(files, folder, own);
  if (!places.known) return places;
  for (const place of places.value) {
    const stems = sourcesIn(files, place, language);
    if (!stems.known) return stems;
    for (const stem of stems.value) {
      const path = pathBelow(folder, place);
      if (path !== undefined && (place === own ? isTypoOf(stem, wanted) : stem === wanted)) found.add(path + stem);
    }
  }
  const [only, ...others] = found;
  return answer(
    only === undefined || others.length > 0
      ? undefined
      : `${language === "python" && !named.path.includes("/") ? only.replaceAll("/", ".") : only}.${named.exportName}`,
  );
}

/** The handler's folder, the folder of the code, and the folders in it. */
function foldersNear(files: ProjectFiles, folder: string, own: string): Answer<readonly string[]> {
  const names = namesIn(files, folder);
  if (!names.known) return names;
  const inside = names.value.filter((name) => name.endsWith("/") && !name.startsWith(".") && !isNeverRead(name.slice(0, -1)) && !TESTS.test(name));
  if (inside.length > MOST_FOLDERS) return answer([own, folder]);
  return answer([...new Set([own, folder, ...inside.flatMap((name) => resolveFolder(folder, name) ?? [])])]);
}

const TESTS = /^(?:tests?|__tests__|__mocks__|events?)\/$/;

/** The modules in a folder without their extensions; settings of tools and tests are none. */
export function sourcesIn(files: ProjectFiles, folder: string, language: LanguageName): Answer<readonly string[]> {
  const names = namesIn(files, folder);
  if (!names.known) return names;
  const modules = names.value.filter((name) => EXTENSIONS[language].some((extension) => name.endsWith(extension)) && grammarOf(name) && !BESIDE.test(name));
  return answer(modules.map((name) => name.replace(/\.[a-z]+$/, "")));
}

const BESIDE = /\.(?:config|test|spec|setup)\.|^(?:test_|conftest\.|setup\.|__init__\.|\.)/;
