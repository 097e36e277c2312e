import ignore from "ignore";
import { folderOf, pathBelow, resolveUri } from "../../base/address.ts";
import type { LanguageName } from "../../model/code/module.ts";
import { type Answer, answer } from "../answer.ts";
import type { ProjectFiles } from "../files.ts";
import { isThere, upwards } from "../look.ts";
import { EXTENSIONS } from "../source.ts";

/** Whether Git ignores a module, by the `.gitignore` of a folder above it: then its absence means that nothing was built yet. */
export function isIgnored(files: ProjectFiles, module: string, language: LanguageName): Answer<boolean> {
  for (const folder of upwards(files, folderOf(module) ?? module)) {
    const uri = resolveUri(folder, ".gitignore");
    const there = uri === undefined ? answer(false) : isThere(files, uri);
    if (!there.known) return there;
    if (!there.value || uri === undefined) continue;
    const text = files.text(uri);
    if (!text.known) return text;
    const below = pathBelow(folder, module);
    const matcher = ignore({ ignorecase: false }).add(text.value ?? "");
    if (EXTENSIONS[language].some((extension) => ignore.isPathValid(`${below}${extension}`) && matcher.ignores(`${below}${extension}`))) return answer(true);
  }
  return answer(false);
}
