import { once } from "../../base/memo.ts";
import { pathOf } from "../../base/place.ts";
import type { Expression } from "../../model/expression.ts";
import type { Entry, Node } from "../../syntax/node.ts";
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

/** All entries of a group, in order of the text; an entry is the same object as long as its section is. */
export function entriesOf(tree: Tree, key: string): readonly WrittenEntry[] {
  const group = groupOf(tree, key);
  return group ? entriesOfGroup(group) : [];
}

const entriesOfGroup = once(({ key, sections, whole }: Group): readonly WrittenEntry[] => {
  const found: WrittenEntry[] = [];
  for (const { section } of sections ?? []) for (const entry of entriesIn(section, section.entries, key)) found.push(entry);
  return whole?.value?.kind === "map" ? entriesIn(whole.placed.section, whole.value.entries, key) : found;
});

/** The entries of each group in a section. */
const written = once((_section: Section) => new Map<string, readonly WrittenEntry[]>());

function entriesIn(section: Section, entries: readonly Entry[], group: string): readonly WrittenEntry[] {
  const groups = written(section);
  const known = groups.get(group);
  if (known) return known;
  const found: WrittenEntry[] = [];
  for (const { key, value, duplicate } of entries) {
    const name = String(key.value);
    // Paths lead to the first entry of a key, so another one says the same.
    found.push((duplicate && found.find((one) => one.key === name)) || { group, key: name, value, section });
  }
  groups.set(group, found);
  return found;
}

export const SYNTAX_ERROR = "a syntax error stands here";

/** What an entry says. */
export const bodyOf = once(
  ({ group, key, value, section }: WrittenEntry): Expression =>
    expressionOf(value, pathOf([group, key]), scan(section.problems.length > 0 ? SYNTAX_ERROR : undefined)),
);
