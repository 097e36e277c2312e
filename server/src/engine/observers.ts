import { changedEntries } from "../base/memo.ts";
import type { Look, Table } from "../model/looks.ts";
import type { Links, Template } from "../model/template.ts";
import { kindsOf, positions, type RuleChecks } from "./rule-checks.ts";

/** For each thing that checks looked at, the subjects of these checks; that a subject's checks look at its own part goes without saying. */
export interface Observers {
  readonly looks: ReadonlyMap<Table, ReadonlyMap<string, readonly string[]>>;
  /** By address. */
  readonly files: ReadonlyMap<string, readonly string[]>;
}

export function observersOf(byRule: Iterable<RuleChecks>, { kinds }: Links): Observers {
  const looks = new Map<Table, Map<string, string[]>>();
  const files = new Map<string, string[]>();
  const rules = [...byRule];
  for (const [kind, ids] of kinds) {
    const own = rules.filter(({ rule }) => kindsOf(rule).includes(kind));
    for (const id of ids) {
      const checks = own.flatMap((one) => one.checks[positions(one.subjects).get(id) ?? -1] ?? []);
      for (const look of new Set(checks.flatMap((one) => one.looks))) {
        if (look.table !== "part" || look.key !== id) put(tableOf(looks, look), look.key, id);
      }
      for (const uri of new Set(checks.flatMap((one) => [...one.files.keys()]))) put(files, uri, id);
    }
  }
  return { looks, files };
}

function tableOf(looks: Map<Table, Map<string, string[]>>, { table }: Look): Map<string, string[]> {
  const found = looks.get(table) ?? new Map<string, string[]>();
  looks.set(table, found);
  return found;
}

function put(into: Map<string, string[]>, key: string, id: string): void {
  const there = into.get(key);
  if (!there) into.set(key, [id]);
  // A look is an object of one reading, so that two checks of one subject may have looked at the same thing twice.
  else if (there.at(-1) !== id) there.push(id);
}

/** All subjects whose checks may have looked at what is different between two readings of a template. */
export function touchedBy(previous: Template, next: Template, { looks }: Observers): Set<string> {
  const touched = new Set<string>();
  const add = (table: Table, keys: readonly string[]) => {
    for (const key of keys) for (const id of looks.get(table)?.get(key) ?? []) touched.add(id);
  };
  const parts = differing(previous.parts, next.parts);
  for (const id of parts) touched.add(id);
  add("part", parts);
  if (previous.links === next.links) return touched;
  const { kinds, children, incoming, names, shape } = previous.links;
  add("kind", differing(kinds, next.links.kinds));
  add("children", differing(children, next.links.children));
  add("mentions", differing(incoming, next.links.incoming));
  add("carriers", differing(names, next.links.names));
  // Whether a name is declared, and what else it is called, is part of its shape.
  const shapes = differing(shape, next.links.shape);
  add("declared", shapes);
  add("names", shapes);
  return touched;
}

/** The keys at which two maps hold different objects. */
function differing<V>(previous: ReadonlyMap<string, V>, next: ReadonlyMap<string, V>): readonly string[] {
  const changed = changedEntries(previous, next);
  if (changed) return changed.map(([key]) => key);
  const keys: string[] = [];
  for (const [key, value] of next) if (previous.get(key) !== value) keys.push(key);
  for (const key of previous.keys()) if (!next.has(key)) keys.push(key);
  return keys;
}
