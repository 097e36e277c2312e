import { resolveFolder } from "../../base/address.ts";
import type { LanguageName } from "../../model/code/module.ts";
import type { Resource } from "../../model/resource.ts";

/**
 * Where imports of a function that are no relative ones are looked for: its own folder first, then the layers of this template. Python finds what a layer
 * has in `python/`; Node.js finds a layer below `/opt`. A layer that SAM builds gets that folder at the build, so its sources stand at its top.
 */
export function rootsOf(fn: Resource<"function">, folder: string, language: LanguageName): readonly string[] {
  const layers = fn.terms("layers");
  if (!layers.known) return [folder];
  return [folder, ...layers.value.flatMap((term) => (term.known ? layerRoots(fn.meant(term.value), language) : []))];
}

function layerRoots(layer: Resource | undefined, language: LanguageName): readonly string[] {
  if (!layer?.is("layer")) return [];
  const content = layer.text("contentUri");
  const folder =
    content.known && content.value !== undefined && !/\.(?:zip|jar)$/i.test(content.value) ? resolveFolder(layer.part.uri, content.value) : undefined;
  if (folder === undefined) return [];
  if (language === "javascript") return [folder];
  const built = layer.has("buildMethod");
  return [`${folder}python/`, ...(built.known && built.value ? [folder] : [])];
}
