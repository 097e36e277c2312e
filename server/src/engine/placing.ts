import type { Rule } from "../rules/define.ts";
import type { Outline } from "../syntax/tree.ts";
import type { Draft } from "./check.ts";
import type { Single } from "./merge.ts";
import { moved, type Placed, placed, type Shown } from "./placed.ts";
import type { RuleResults } from "./rule-checks.ts";

/** All drafts of a review in its text, for the next review to move what did not change. */
export interface Placing {
  readonly outline: Outline;
  readonly byRule: ReadonlyMap<Rule, PlacedDrafts>;
}

interface PlacedDrafts {
  readonly drafts: readonly Draft[];
  /** One for each draft. */
  readonly placed: readonly Placed[];
}

export function placing(results: readonly RuleResults[], by: Shown, previous: Placing | undefined): Placing {
  const { outline } = by.tree;
  // With another outline a path may lead into another section than before.
  const before = previous?.outline === outline ? previous.byRule : undefined;
  const byRule = new Map(results.map((one) => [one.rule, { drafts: one.drafts, placed: placedDrafts(one, by, before?.get(one.rule)) }]));
  return { outline, byRule };
}

/** In the order of the rules and of their drafts; without those whose place cannot be found. */
export function singlesOf({ byRule }: Placing): readonly Single[] {
  const singles: Single[] = [];
  for (const { placed } of byRule.values()) for (const { single } of placed) if (single) singles.push(single);
  return singles;
}

function placedDrafts({ rule, drafts }: RuleResults, by: Shown, before: PlacedDrafts | undefined): readonly Placed[] {
  const known = before && before.drafts !== drafts ? new Map(before.drafts.map((draft, at) => [draft, before.placed[at]])) : undefined;
  return drafts.map((draft, at) => {
    const was = known ? known.get(draft) : before?.placed[at];
    return (was && moved(was, by.tree)) ?? placed(rule, draft, by);
  });
}
