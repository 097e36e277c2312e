import { lend } from "../../base/memo.ts";
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
  for (const entry of entriesOf(tree, "Resources")) {
    if (!expanded.has(entry.key)) expanded.set(entry.key, expand(uri, entry.key, bodyOf(entry), types, before?.expanded.get(entry.key)));
  }
  const parts = partsOf(parameterParts(uri, tree), expanded, further, before);
  return { uri, dialect, scope: scopeOf(uri, tree, before?.scope), parts, links: linksOf(parts, before), expanded };
}

/** All parts by id, later ones in place of earlier ones; the previous map itself where all are the previous parts. */
function partsOf(
  parameters: readonly Part[],
  expanded: ReadonlyMap<string, Expanded>,
  further: (parts: ReadonlyMap<string, Part>) => readonly Part[],
  before: Template | undefined,
): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  let lent = 0;
  const put = (part: Part) => {
    const old = before?.parts.get(part.id);
    const now = lend(old, part);
    if (now === old && !parts.has(part.id)) lent += 1;
    parts.set(part.id, now);
  };
  for (const part of parameters) put(part);
  for (const one of expanded.values()) for (const part of one.parts) put(part);
  for (const part of further(parts)) put(part);
  return before && lent === before.parts.size && lent === parts.size ? before.parts : parts;
}
