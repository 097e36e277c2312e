import { deepStrictEqual } from "node:assert";
import type { LanguageName } from "../../../server/src/model/code/module.ts";
import { resolveImport } from "../../../server/src/project/imports/resolve.ts";
import { filesOf, type Texts, WORKSPACE } from "./files.ts";

/** Checks what an import in a file means: the path of a file, `package name`, or `? reason`. Roots are folders of the workspace. */
export function check(
  language: LanguageName,
  [from, specifier]: readonly [string, string],
  texts: Texts,
  expected: string,
  roots: readonly string[] = [],
): void {
  const found = resolveImport(
    WORKSPACE + from,
    specifier,
    language,
    roots.map((root) => WORKSPACE + root),
    filesOf({ [from]: "", ...texts }).files,
  );
  const spelled = !found.known ? `? ${found.reason}` : found.value.is === "package" ? `package ${found.value.name}` : found.value.uri.slice(WORKSPACE.length);
  deepStrictEqual(spelled, expected);
}
