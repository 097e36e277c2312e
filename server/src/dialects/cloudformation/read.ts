import { once } from "../../base/memo.ts";
import type { Part } from "../../model/part.ts";
import { type Dialect, type Expanded, linksOf, type Template } from "../../model/template.ts";
import type { Tree } from "../../syntax/tree.ts";
import type { Beside } from "../beside.ts";
import { readGroup } from "./group.ts";
import { outputParts } from "./outputs.ts";
import { parameterParts } from "./parameters.ts";
import { partsOf } from "./parts.ts";
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
  const resources = readGroup(tree, "Resources", beside);
  const expanded: Expanded[] = [];
  for (const [id, body] of resources.entries) expanded.push(expand(uri, id, body, types, expandedBefore(before, expanded.length, id)));
  const parts = partsOf({ named: [...parameterParts(uri, tree), ...outputParts(uri, tree)], expanded, further }, before);
  return { uri, dialect, scope: scopeOf({ uri, tree, beside, previous: before }, resources), parts, links: linksOf(parts, before), expanded };
}

/** What was read of a resource before: mostly at the same position. */
function expandedBefore(before: Template | undefined, at: number, id: string): Expanded | undefined {
  const there = before?.expanded[at];
  return before && there?.id !== id ? byId(before.expanded).get(id) : there;
}

const byId = once((expanded: readonly Expanded[]): ReadonlyMap<string, Expanded> => new Map(expanded.map((one) => [one.id, one])));
