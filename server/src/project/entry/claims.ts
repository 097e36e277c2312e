import { resolveFolder, resolveUri } from "../../base/address.ts";
import type { Resource } from "../../model/resource.ts";
import { sourceFolder } from "../../model/words/functions.ts";
import { outputsIn } from "../built/output.ts";
import { resolveCode, writtenPath } from "./code-folder.ts";
import { rootsOf } from "./roots.ts";

/**
 * Whether a file may be code of a function, by the folders that the template names: `entryOf` need be asked only where it may. Looks at no file, and says
 * yes too often rather than too seldom: for all below the function's code, the folder beside whose output of a build its source may stand, and its layers.
 * Code that comes from elsewhere is claimed by nobody. What a handler imports from another package of the workspace is not claimed, nor is a source to
 * which only settings of a compiler lead.
 * @param templateUri address of the template that the function stands in
 */
export const mayClaim = (fn: Resource<"function">, templateUri: string, fileUri: string): boolean =>
  claimsOf(fn, templateUri).some((claim) => fileUri.startsWith(claim));

/** What the addresses of a function's code begin with: folders, or the template itself for inline code. */
export function claimsOf(fn: Resource<"function">, templateUri: string): readonly string[] {
  const inline = fn.has("inlineCode");
  if (inline.known && inline.value) return [templateUri];
  const packaged = fn.text("packageType");
  return packaged.known && packaged.value === "Image" ? imageFolders(fn, templateUri) : codeFolders(fn, templateUri);
}

function imageFolders(fn: Resource<"function">, templateUri: string): readonly string[] {
  const context = fn.text("dockerContext");
  const folder = context.known && context.value !== undefined ? resolveFolder(templateUri, context.value) : undefined;
  return folder === undefined ? [] : [folder];
}

function codeFolders(fn: Resource<"function">, templateUri: string): readonly string[] {
  const written = sourceFolder(fn);
  const folder = written.known && written.value !== undefined ? resolveCode(templateUri, written.value) : undefined;
  if (folder === undefined) return [];
  const handler = fn.text("handler");
  const module = resolveUri(folder, handler.known ? (handler.value ?? "") : "");
  const { from, path } = writtenPath(templateUri, module ?? folder);
  const [output] = outputsIn(from, path);
  const [, ...layers] = rootsOf(fn, folder, "javascript");
  return [output?.base ?? folder, ...layers];
}
