import { folderOf, resolveUri } from "../../base/address.ts";
import { isNodeBuiltin } from "../../knowledge/node-builtins.ts";
import { unknown } from "../../model/value.ts";
import { type Answer, answer } from "../answer.ts";
import type { ProjectFiles } from "../files.ts";
import { namesIn } from "../look.ts";
import { nearestPackage } from "../package-file.ts";
import { grammarOf } from "../source.ts";
import { compilerSettings, mappedBy } from "../tsconfig.ts";
import { codeFile, firstCodeFile } from "./code-file.ts";
import { importedBy, packageSource } from "./package-source.ts";
import type { Imported } from "./resolve.ts";
import { workspacePackage } from "./workspaces.ts";

/** Imports and `require`s of JavaScript and TypeScript. */
export function resolveJavaScript(from: string, specifier: string, roots: readonly string[], files: ProjectFiles): Answer<Imported> {
  if (specifier.startsWith("node:")) return answer({ is: "package", name: specifier });
  if (/^\.\.?(?:\/|$)/.test(specifier)) return relative(from, specifier, files);
  if (isNodeBuiltin(specifier)) return answer({ is: "package", name: `node:${specifier}` });
  if (!grammarOf(from)) return installed(specifier);
  if (specifier.startsWith("#")) return ownName(from, specifier, files);
  const found = firstOf([
    () => byCompiler(from, specifier, files),
    () => (specifier.startsWith("/") ? inLayer(specifier, roots, files) : inWorkspace(from, specifier, files)),
    () => inRoots(specifier, roots, files),
  ]);
  if (!found.known) return found;
  return found.value === undefined ? installed(specifier) : answer({ is: "file", uri: found.value });
}

/** The package of a specifier that may go on into it: `@aws-sdk/client-s3/dist/x` → `@aws-sdk/client-s3`. */
export const packageName = (specifier: string): string | undefined => /^(?:@[\w~][\w.~-]*\/)?[\w~][\w.~-]*(?=\/|$)/.exec(specifier)?.[0];

function installed(specifier: string): Answer<Imported> {
  const name = packageName(specifier);
  return name === undefined ? unknown(`${specifier} was not found`) : answer({ is: "package", name });
}

function firstOf(places: readonly (() => Answer<string | undefined>)[]): Answer<string | undefined> {
  for (const look of places) {
    const found = look();
    if (!found.known || found.value !== undefined) return found;
  }
  return answer(undefined);
}

function relative(from: string, specifier: string, files: ProjectFiles): Answer<Imported> {
  if (!grammarOf(from)) return unknown(`no files stand beside inline code, so ${specifier} means nothing`);
  const uri = resolveUri(from, specifier);
  return orNotFound(uri === undefined ? answer(undefined) : codeFile(files, uri), specifier);
}

const orNotFound = (found: Answer<string | undefined>, specifier: string): Answer<Imported> => {
  if (!found.known) return found;
  return found.value === undefined ? unknown(`${specifier} was not found`) : answer({ is: "file", uri: found.value });
};

/** `#config`: a name that the package gives to one of its own files, or to another package. */
function ownName(from: string, specifier: string, files: ProjectFiles): Answer<Imported> {
  const own = nearestPackage(files, folderOf(from) ?? from);
  if (!own.known) return own;
  const targets = own.value ? importedBy(own.value, specifier) : [];
  const other = targets.find((target) => !target.startsWith("."));
  if (other !== undefined) return installed(other);
  return orNotFound(own.value ? packageSource(files, own.value, targets) : answer(undefined), specifier);
}

/** The compiler's `paths` win over everything that is installed; then comes `baseUrl`. */
function byCompiler(from: string, specifier: string, files: ProjectFiles): Answer<string | undefined> {
  const settings = compilerSettings(files, folderOf(from) ?? from);
  if (!settings.known || !settings.value) return settings.known ? answer(undefined) : settings;
  const mapped = firstCodeFile(files, mappedBy(settings.value, specifier));
  if (!mapped.known || mapped.value !== undefined) return mapped;
  return settings.value.baseUrl === undefined ? answer(undefined) : inRoots(specifier, [settings.value.baseUrl], files);
}

function inWorkspace(from: string, specifier: string, files: ProjectFiles): Answer<string | undefined> {
  const name = packageName(specifier);
  return name === undefined ? answer(undefined) : workspacePackage(files, from, { name, inside: specifier.slice(name.length + 1) });
}

/** Layers are unpacked below `/opt`; a layer that SAM builds gets `nodejs/` only then. The first root is the function's own folder. */
function inLayer(specifier: string, [, ...layers]: readonly string[], files: ProjectFiles): Answer<string | undefined> {
  const path = /^\/opt\/(.+)$/.exec(specifier)?.[1];
  const places = path === undefined ? [] : [path, path.replace(/^nodejs\//, "")];
  return firstCodeFile(
    files,
    layers.flatMap((layer) => places.flatMap((place) => resolveUri(layer, place) ?? [])),
  );
}

/** A folder from which modules are found by their path alone: `baseUrl`, and the function's own folder, which Lambda has in `NODE_PATH`. */
function inRoots(specifier: string, roots: readonly string[], files: ProjectFiles): Answer<string | undefined> {
  const first = specifier.split("/")[0] ?? specifier;
  for (const root of roots) {
    const names = namesIn(files, root);
    if (!names.known) return names;
    if (!names.value.some((name) => name === `${first}/` || name.replace(/\.[a-z]+$/, "") === first)) continue;
    const uri = resolveUri(root, specifier);
    const found = uri === undefined ? answer(undefined) : codeFile(files, uri);
    if (!found.known || found.value !== undefined) return found;
  }
  return answer(undefined);
}
