import { lend } from "../../base/memo.ts";
import type { Part } from "../../model/part.ts";
import { type Dialect, type Expanded, linksOf, type Template } from "../../model/template.ts";
import type { Tree } from "../../syntax/tree.ts";
import type { Beside } from "../beside.ts";
import { readGroup } from "./group.ts";
import { outputParts } from "./outputs.ts";
import { parameterParts } from "./parameters.ts";
import { CLOUDFORMATION, expand, type Types } from "./resources.ts";
import { scopeOf } from "./scope.ts";

/** What a template is read from. */
export interface Source {
  readonly uri: string;
  readonly tree: Tree;
  readonly beside: Beside;
  /** Lends what did not change. */
  readonly previous: Template | undefined;
}

export const readCloudFormation = (uri: string, tree: Tree, beside: Beside, previous: Template | undefined): Template =>
  readResources({ uri, tree, beside, previous }, "cloudformation", CLOUDFORMATION, () => []);

/** Reads all resources of a template with a dialect's types; `further` adds what the template implies as a whole. */
export function readResources(
  { uri, tree, beside, previous }: Source,
  dialect: Dialect,
  types: Types,
  further: (parts: ReadonlyMap<string, Part>) => readonly Part[],
): Template {
  const before = previous?.uri === uri && previous.dialect === dialect ? previous : undefined;
  const expanded = new Map<string, Expanded>();
  const resources = readGroup(tree, "Resources", beside);
  for (const [key, body] of resources.entries) expanded.set(key, expand(uri, key, body, types, before?.expanded.get(key)));
  const parts = partsOf([...parameterParts(uri, tree), ...outputParts(uri, tree)], expanded, further, before);
  return { uri, dialect, scope: scopeOf({ uri, tree, beside, previous: before }, resources), parts, links: linksOf(parts, before), expanded };
}

/** All parts by id, later ones in place of earlier ones; the previous map itself where all are the previous parts. */
function partsOf(
  named: readonly Part[],
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
  for (const part of named) put(part);
  for (const one of expanded.values()) for (const part of one.parts) put(part);
  for (const part of further(parts)) put(part);
  return before && lent === before.parts.size && lent === parts.size ? before.parts : parts;
}
