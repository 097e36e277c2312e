import { folderOf, pathBelow, resolveUri } from "../../base/address.ts";
import type { LanguageName } from "../../model/code/module.ts";
import { type Answer, answer } from "../answer.ts";
import type { ProjectFiles } from "../files.ts";
import { firstModule } from "../module-file.ts";
import { compilerSettings } from "../tsconfig.ts";
import { bundledFrom } from "./bundled.ts";
import type { Output } from "./output.ts";
import { searchBelow } from "./search.ts";

/**
 * The source of a module that a build wrote: by the compiler's settings, by what the bundler is told, by where sources stand in most projects, and at last
 * as the only file below the output's parent that ends in the same path. Undefined where none shows.
 * @param module address of the built module, without an extension
 */
export function sourceOf(files: ProjectFiles, module: string, outputs: readonly Output[], language: LanguageName): Answer<string | undefined> {
  const tries = [
    () => (language === "javascript" ? byCompiler(files, module) : answer(undefined)),
    ...outputs.flatMap((output) => [() => byBundler(files, output, module, language), () => byConvention(files, output, language)]),
    ...outputs.filter(({ sure }) => sure).map((output) => () => searchBelow(files, output.base, endingsOf(output.rest), language)),
  ];
  for (const one of tries) {
    const found = one();
    if (!found.known || found.value !== undefined) return found;
  }
  return answer(undefined);
}

/** `outDir` mirrors `rootDir`, which is where all sources have in common unless it is said: the folder of the settings, or `src` in it. */
function byCompiler(files: ProjectFiles, module: string): Answer<string | undefined> {
  const settings = compilerSettings(files, folderOf(module) ?? module);
  if (!settings.known || !settings.value?.outDir) return settings.known ? answer(undefined) : settings;
  const { outDir, rootDir, folder } = settings.value;
  const rest = pathBelow(outDir, module);
  if (rest === undefined) return answer(undefined);
  const roots = rootDir === undefined ? [folder, `${folder}src/`] : [rootDir];
  return firstModule(
    files,
    roots.flatMap((root) => resolveUri(root, rest) ?? []),
    "javascript",
  );
}

function byBundler(files: ProjectFiles, output: Output, module: string, language: LanguageName): Answer<string | undefined> {
  return language === "javascript" ? bundledFrom(files, output.base, module, endingsOf(output.rest)) : answer(undefined);
}

function byConvention(files: ProjectFiles, { base, rest }: Output, language: LanguageName): Answer<string | undefined> {
  const places = rest.startsWith("src/") ? [""] : ["src/", ""];
  const modules = endingsOf(rest).flatMap((ending) => places.flatMap((place) => resolveUri(base, place + ending) ?? []));
  return firstModule(files, modules, language);
}

/** How the path of a source may end: as that of its output, or without the folder that a bundler makes of a file (`create/index` of `create.ts`). */
function endingsOf(rest: string): readonly string[] {
  const folder = /^(.+)\/(?:index|app|handler|main|lambda)$/.exec(rest)?.[1];
  return folder === undefined ? [rest] : [rest, folder];
}
