import { resolveFolder, resolveUri } from "../../base/address.ts";
import type { Resource } from "../../model/resource.ts";
import { sourceFolder } from "../../model/words/functions.ts";
import { outputsIn } from "../built/output.ts";
import { writtenPath } from "./code-folder.ts";

/**
 * Whether a file may be code of a function, by the folders that the template names: `entryOf` need be asked only where it may. Looks at no file, and says yes
 * too often rather than too seldom: a file below the function's code, or below the folder beside whose output of a build its source may stand.
 * Code that comes from elsewhere is claimed by nobody, and code that only settings of a compiler lead to may be missed.
 * @param templateUri address of the template that the function stands in
 */
export function mayClaim(fn: Resource<"function">, templateUri: string, fileUri: string): boolean {
  const inline = fn.has("inlineCode");
  if (inline.known && inline.value) return fileUri === templateUri;
  const folder = claimedFolder(fn, templateUri);
  return folder !== undefined && fileUri.startsWith(folder);
}

function claimedFolder(fn: Resource<"function">, templateUri: string): string | undefined {
  const packaged = fn.text("packageType");
  const relative = packaged.known && packaged.value === "Image" ? fn.text("dockerContext") : sourceFolder(fn);
  const folder = relative.known && relative.value !== undefined ? resolveFolder(templateUri, relative.value) : undefined;
  if (folder === undefined) return undefined;
  const handler = fn.text("handler");
  const module = resolveUri(folder, handler.known ? (handler.value ?? "") : "");
  const { from, path } = writtenPath(templateUri, module ?? folder);
  const [output] = outputsIn(from, path);
  return output?.base ?? folder;
}
