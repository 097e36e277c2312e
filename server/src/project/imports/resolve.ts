import type { LanguageName } from "../../model/code/module.ts";
import type { Value } from "../../model/value.ts";
import type { Answer } from "../answer.ts";
import type { ProjectFiles } from "../files.ts";
import { resolveJavaScript } from "./javascript.ts";
import { resolvePython } from "./python.ts";

/** What an import means: a file of the workspace, or a package by its name (`@aws-sdk/client-s3`, `node:fs`, `boto3`), the standard library included. */
export type Imported = { readonly is: "file"; readonly uri: string } | { readonly is: "package"; readonly name: string };

/**
 * What an import in a file means.
 * @param from address of the importing file; a template for inline code, beside which no files stand
 * @param specifier as written. Of Python's `from a import b` it may be `a` or the submodule `a.b`: ask for the submodule first, because a folder without
 * a module of its own is unknown
 * @param roots folders from which imports that are no relative ones are resolved, nearest first: the `roots` of the entry
 */
export function resolveImport(from: string, specifier: string, language: LanguageName, roots: readonly string[], files: ProjectFiles): Value<Imported> {
  const found: Answer<Imported> = language === "python" ? resolvePython(from, specifier, roots, files) : resolveJavaScript(from, specifier, roots, files);
  return found.known ? { ...found, place: { uri: from, path: undefined, part: "value" }, origin: "literal", aspect: specifier } : found;
}
