import { lendEntries } from "../../base/memo.ts";
import type { Part } from "../../model/part.ts";
import { type Dialect, type Expanded, linksOf, type Template } from "../../model/template.ts";
import type { Tree } from "../../syntax/tree.ts";
import { bodyOf, entriesOf } from "./entries.ts";
import { parameterParts } from "./parameters.ts";
import { CLOUDFORMATION, expand, type Types } from "./resources.ts";
import { scopeOf } from "./scope.ts";

export const readCloudFormation = (uri: string, tree: Tree, previous: Template | undefined): Template =>
  readResources(uri, tree, previous, "cloudformation", CLOUDFORMATION, () => []);

/** Reads all resources of a template with a dialect's types; `further` adds what the template implies as a whole. */
export function readResources(
  uri: string,
  tree: Tree,
  previous: Template | undefined,
  dialect: Dialect,
  types: Types,
  further: (parts: ReadonlyMap<string, Part>) => readonly Part[],
): Template {
  const before = previous?.uri === uri && previous.dialect === dialect ? previous : undefined;
  const expanded = new Map<string, Expanded>();
  const parts = new Map<string, Part>();
  for (const part of parameterParts(uri, tree)) parts.set(part.id, part);
  for (const entry of entriesOf(tree, "Resources")) {
    if (expanded.has(entry.key)) continue;
    const one = expand(uri, entry.key, bodyOf(entry), types, before?.expanded.get(entry.key));
    expanded.set(entry.key, one);
    for (const part of one.parts) parts.set(part.id, part);
  }
  for (const part of further(parts)) parts.set(part.id, part);
  const lent = lendEntries(before?.parts, parts);
  return { uri, dialect, scope: scopeOf(uri, tree, before?.scope), parts: lent, links: linksOf(lent, before?.links), expanded };
}
