import { once, same } from "../base/memo.ts";
import type { KindName } from "../model/kinds/index.ts";
import type { Template } from "../model/template.ts";
import type { Rule } from "../rules/define.ts";
import { type Observers, observersOf, touchedBy } from "./observers.ts";
import { checkRule, type Doubts, type General, type Ground, type RuleChecks, type RuleResults } from "./rule-checks.ts";
import type { Snapshot } from "./snapshot.ts";

export type { General, RuleResults } from "./rule-checks.ts";

/** The results of all checks of one template, for the next review to lend. */
export interface Checks {
  readonly ground: Ground;
  readonly byRule: ReadonlyMap<Rule, RuleChecks>;
  /** Who looked at what when that was last written down, and whose checks were run since; undefined until somebody asks. */
  readonly observed: Observed | undefined;
  readonly run: number;
}

interface Observed {
  readonly observers: Observers;
  readonly since: ReadonlySet<string>;
}

/** With more subjects that were looked at again than these, it is written down anew who looked at what. */
const MOST_SINCE = 40;

/** Runs every rule on every subject, except where the previous result still stands on the same objects. */
export function checkAll(rules: readonly Rule[], template: Template, snapshot: Snapshot, general: General, previous: Checks | undefined): Checks {
  const ground = { template, snapshot, general };
  const before = previous && standsOnSame(previous.ground, ground) ? previous : undefined;
  const observed = before && observedIn(before);
  const doubts = before && observed ? doubtsOf(before, observed, ground) : new Map();
  const since = new Set(observed?.since);
  let run = 0;
  const ran = (id: string) => {
    since.add(id);
    run += 1;
  };
  const byRule = new Map<Rule, RuleChecks>();
  for (const rule of rules) {
    const of = before?.byRule.get(rule);
    byRule.set(rule, checkRule(rule, ground, of && { of, doubts }, ran));
  }
  return { ground, byRule, observed: observed && since.size <= MOST_SINCE ? { observers: observed.observers, since } : undefined, run };
}

export const resultsOf = ({ byRule }: Checks): readonly RuleResults[] => [...byRule.values()].map(({ results }) => results);

function standsOnSame(before: Ground, now: Ground): boolean {
  return before.template.scope === now.template.scope && before.general === now.general && same(before.snapshot.folders, now.snapshot.folders);
}

const observedIn = once(
  ({ observed, byRule, ground }: Checks): Observed => observed ?? { observers: observersOf(byRule.values(), ground.template.links), since: new Set() },
);

function doubtsOf(before: Checks, { observers, since }: Observed, { template, snapshot }: Ground): Doubts {
  const touched = touchedBy(before.ground.template, template, observers);
  // What was run since it was written down may have looked at anything.
  for (const id of since) touched.add(id);
  for (const [uri, ids] of observers.files) {
    if (before.ground.snapshot.files.get(uri) !== snapshot.files.get(uri)) for (const id of ids) touched.add(id);
  }
  const byKind = new Map<KindName, Set<string>>();
  for (const id of touched) {
    const kind = template.links.shape.get(id)?.kind;
    if (kind !== undefined) byKind.set(kind, (byKind.get(kind) ?? new Set()).add(id));
  }
  return byKind;
}
