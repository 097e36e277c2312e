import { once } from "../../base/memo.ts";
import { pathOf } from "../../base/place.ts";
import type { Expression } from "../../model/expression.ts";
import type { Node } from "../../syntax/node.ts";
import type { Group, Section, Tree } from "../../syntax/tree.ts";
import { expressionOf, scan } from "./expression.ts";

/** One entry of a group of a template, as its section has it. */
export interface WrittenEntry {
  readonly group: string;
  readonly key: string;
  readonly value: Node | undefined;
  readonly section: Section;
}

export const groupOf = (tree: Tree, key: string): Group | undefined => tree.groups.find((group) => group.key === key);

export function entriesOf(tree: Tree, key: string): readonly WrittenEntry[] {
  const group = groupOf(tree, key);
  if (!group) return [];
  if (group.sections)
    return group.sections.flatMap(({ section }) => section.entries.map((entry) => ({ group: key, key: String(entry.key.value), value: entry.value, section })));
  const whole = group.whole;
  const value = whole?.value;
  if (!whole || value?.kind !== "map") return [];
  return value.entries.map((entry) => ({ group: key, key: String(entry.key.value), value: entry.value, section: whole.placed.section }));
}

/** Why a group may have more entries than were read; undefined when it has not. */
export function openness(tree: Tree, key: string): string | undefined {
  const group = groupOf(tree, key);
  const broken = group?.sections?.some(({ section }) => section.problems.length > 0) || (group?.whole?.placed.section.problems.length ?? 0) > 0;
  if (broken) return SYNTAX_ERROR;
  return entriesOf(tree, key).some((entry) => entry.key.startsWith("Fn::")) ? "a loop or a transform adds entries at deployment" : undefined;
}

export const SYNTAX_ERROR = "a syntax error stands here";

const readIn = once((_section: Section) => new Map<string, Expression>());

/** What an entry says, read once per section. */
export function bodyOf(entry: WrittenEntry): Expression {
  const kept = readIn(entry.section);
  const at = `${entry.group}/${entry.key}`;
  const known = kept.get(at);
  if (known) return known;
  const body = expressionOf(entry.value, pathOf([entry.group, entry.key]), scan(entry.section.problems.length > 0 ? SYNTAX_ERROR : undefined));
  kept.set(at, body);
  return body;
}

/** What a whole group says, for groups that are read as one. */
export function groupBody(tree: Tree, key: string): Expression | undefined {
  const group = groupOf(tree, key);
  if (!group) return undefined;
  const open = openness(tree, key);
  if (group.whole && group.whole.value?.kind !== "map") return expressionOf(group.whole.value, pathOf([key]), scan(open));
  const entries = new Map(entriesOf(tree, key).map((entry) => [entry.key, bodyOf(entry)] as const));
  return open ? { is: "map", entries, path: pathOf([key]), open } : { is: "map", entries, path: pathOf([key]) };
}
