import { resolveUri } from "../../base/address.ts";
import { type Answer, answer } from "../answer.ts";
import type { ProjectFiles } from "../files.ts";
import { packageIn, scriptsOf } from "../package-file.ts";
import { compilerSettings } from "../tsconfig.ts";

/** Files that only a project has which builds its code by something else than SAM. */
const BUILD_FILES =
  /^(?:GNU)?[Mm]akefile$|^[Jj]ustfile$|^Taskfile\.ya?ml$|^(?:gulpfile|Gruntfile|webpack|rollup|esbuild|vite|tsup|babel|build|bundle|package|compile|prepare)[\w.-]*\.(?:[cm]?[jt]s|sh|py|ps1|bat)$|^(?:BUILD|WORKSPACE)(?:\.bazel)?$|^(?:nx|turbo|lerna|pants)\.(?:json|toml)$|^Dockerfile$|^\.gitmodules$/;
const BUILDING =
  /\b(?:build|compile|bundle|pack(?:age)?|transpile|generate|codegen|tsc|esbuild|webpack|rollup|babel|swc|ncc|parcel|vite|tsup|gulp|grunt|make|cp|copy\w*|rsync|mv)\b/;

/** What in a folder builds code, for people; undefined where nothing does. */
export function buildIn(files: ProjectFiles, folder: string, names: readonly string[]): Answer<string | undefined> {
  const file = names.find((name) => BUILD_FILES.test(name));
  if (file !== undefined) return answer(file);
  if (names.includes("tsconfig.json")) {
    const settings = compilerSettings(files, folder);
    if (!settings.known) return settings;
    if (settings.value?.outDir !== undefined) return answer("the TypeScript compiler");
  }
  if (!names.includes("package.json") || resolveUri(folder, "package.json") === undefined) return answer(undefined);
  const own = packageIn(files, folder);
  if (!own.known) return own;
  const building = Object.entries(own.value ? scriptsOf(own.value) : {}).find(([name, command]) => BUILDING.test(name) || BUILDING.test(command));
  return answer(building && `the script ${building[0]} of package.json`);
}
