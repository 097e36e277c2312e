import { resolveUri } from "../../base/address.ts";
import { isNodeBuiltin } from "../../knowledge/node-builtins.ts";
import { unknown } from "../../model/value.ts";
import { type Answer, answer } from "../answer.ts";
import type { ProjectFiles } from "../files.ts";
import { firstThere } from "../look.ts";
import { moduleFile } from "../module-file.ts";
import { grammarOf } from "../source.ts";
import type { Imported } from "./resolve.ts";

/** Imports and `require`s of JavaScript and TypeScript. */
export function resolveJavaScript(from: string, specifier: string, roots: readonly string[], files: ProjectFiles): Answer<Imported> {
  if (specifier.startsWith("node:")) return answer({ is: "package", name: specifier });
  if (/^\.\.?(?:\/|$)/.test(specifier)) return relative(from, specifier, files);
  if (specifier.startsWith("/")) return inLayer(specifier, roots, files);
  if (isNodeBuiltin(specifier)) return answer({ is: "package", name: `node:${specifier}` });
  const name = packageName(specifier);
  return name === undefined ? unknown(`${specifier} is no name of a package`) : answer({ is: "package", name });
}

/** The package of a specifier that may go on into it: `@aws-sdk/client-s3/dist/x` → `@aws-sdk/client-s3`. */
export const packageName = (specifier: string): string | undefined => /^(?:@[a-z0-9~][\w.~-]*\/)?[A-Za-z0-9~_][\w.~-]*(?=\/|$)/.exec(specifier)?.[0];

function relative(from: string, specifier: string, files: ProjectFiles): Answer<Imported> {
  if (!grammarOf(from)) return unknown(`no files stand beside inline code, so ${specifier} means nothing`);
  const uri = resolveUri(from, specifier);
  const found = uri === undefined ? answer(undefined) : codeFile(files, uri);
  if (!found.known) return found;
  return found.value === undefined ? unknown(`${specifier} was not found`) : answer({ is: "file", uri: found.value });
}

/** Layers are unpacked below `/opt`; the roots are the content of those that this workspace has. */
function inLayer(specifier: string, roots: readonly string[], files: ProjectFiles): Answer<Imported> {
  const path = /^\/opt\/(.+)$/.exec(specifier)?.[1];
  for (const root of path === undefined ? [] : roots) {
    const uri = resolveUri(root, path ?? "");
    const found = uri === undefined ? answer(undefined) : codeFile(files, uri);
    if (!found.known) return found;
    if (found.value !== undefined) return answer({ is: "file", uri: found.value });
  }
  return unknown(`${specifier} is in no layer of this template`);
}

/** Extensions that an import may name although the file is written in TypeScript: the compiler keeps the specifier, so it names the output. */
const WRITTEN_FOR: Readonly<Record<string, readonly string[]>> = { js: ["ts", "tsx", "js"], mjs: ["mts", "mjs"], cjs: ["cts", "cjs"], jsx: ["tsx", "jsx"] };

/** The file with code that an address means, with its extension or without, or the module of a folder. */
export function codeFile(files: ProjectFiles, uri: string): Answer<string | undefined> {
  const [, stem = "", extension = ""] = /^(.*)\.([a-z]+)$/.exec(uri) ?? [];
  const exact = WRITTEN_FOR[extension]?.map((other) => `${stem}.${other}`) ?? (grammarOf(uri) ? [uri] : []);
  const found = firstThere(files, exact);
  return !found.known || found.value !== undefined ? found : moduleFile(files, uri.replace(/\/$/, ""), "javascript");
}
