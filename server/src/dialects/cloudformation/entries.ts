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
