import { lend, once, same } from "../base/memo.ts";
import type { KindName } from "../model/kinds/index.ts";
import { type Look, seesTheSame } from "../model/looks.ts";
import type { Template } from "../model/template.ts";
import type { Rule } from "../rules/define.ts";
import { type Draft, type Facts, type Outcome, runCheck } from "./check.ts";
import { codeOf } from "./code.ts";
import { FileAccess } from "./files.ts";
import type { Undecided } from "./reported.ts";
import type { FileState, Snapshot } from "./snapshot.ts";

/** A check's result and all that it depends on. */
export interface Checked {
  readonly outcome: Outcome;
  readonly looks: readonly Look[];
  readonly files: ReadonlyMap<string, FileState | undefined>;
}

/** All checks of one rule in one template: the same object as long as none of them was run again. */
export interface RuleChecks {
  readonly rule: Rule;
  /** The ids of each kind that the rule is on. */
  readonly sources: readonly (readonly string[])[];
  readonly subjects: readonly string[];
  /** One for each subject, in their order. */
  readonly checks: readonly Checked[];
  readonly results: RuleResults;
}

/** What the checks of one rule say together: the same object as long as they say the same. */
export interface RuleResults {
  readonly rule: Rule;
  readonly drafts: readonly Draft[];
  readonly undecided: readonly Undecided[];
  readonly crash: string | undefined;
  /** Addresses of files that were not read yet. */
  readonly missed: readonly string[];
}

/** What every check may depend on beside the template; the same object as long as nothing of it changed. */
export type General = Omit<Facts, "file" | "codeOf">;

/** Everything that checks are run on. */
export interface Ground {
  readonly template: Template;
  readonly snapshot: Snapshot;
  readonly general: General;
}

/** Subjects whose checks may have looked at something that is different now, by kind. All others stand. */
export type Doubts = ReadonlyMap<KindName, ReadonlySet<string>>;

export const kindsOf = ({ on }: Rule): readonly KindName[] => (typeof on === "string" ? [on] : on);

/** The position of each subject. */
export const positions = once((subjects: readonly string[]): ReadonlyMap<string, number> => new Map(subjects.map((id, at) => [id, at])));

/** Runs a rule on every subject, except where the previous result still stands; `ran` hears of each that does not. */
export function checkRule(
  rule: Rule,
  ground: Ground,
  previous: { readonly of: RuleChecks; readonly doubts: Doubts } | undefined,
  ran: (id: string) => void,
): RuleChecks {
  const kinds = kindsOf(rule);
  const sources = kinds.map((kind) => ground.template.links.kinds.get(kind) ?? NOBODY);
  const again = (id: string, was: Checked | undefined) => {
    ran(id);
    return check(rule, id, ground, was);
  };
  if (!previous) {
    const subjects = sources.length === 1 ? (sources[0] ?? NOBODY) : sources.flat();
    return together(
      rule,
      sources,
      subjects,
      subjects.map((id) => again(id, undefined)),
    );
  }
  const { of, doubts } = previous;
  const doubtful = kinds.flatMap((kind) => [...(doubts.get(kind) ?? [])]);
  if (sources.every((ids, at) => ids === of.sources[at])) return doubtful.length === 0 ? of : patched(of, doubtful, ground, again);
  const known = positions(of.subjects);
  const doubted = new Set(doubtful);
  const subjects = sources.length === 1 ? (sources[0] ?? NOBODY) : sources.flat();
  const checks = subjects.map((id) => {
    const was = of.checks[known.get(id) ?? -1];
    return was && (!doubted.has(id) || stands(was, ground)) ? was : again(id, was);
  });
  return together(rule, sources, subjects, checks);
}

const NOBODY: readonly string[] = [];

/** The same subjects, a few of which are looked at again. */
function patched(of: RuleChecks, doubtful: readonly string[], ground: Ground, again: (id: string, was: Checked) => Checked): RuleChecks {
  const checks = [...of.checks];
  let run = false;
  let alike = true;
  for (const id of doubtful) {
    const at = positions(of.subjects).get(id) ?? -1;
    const was = checks[at];
    if (!was || stands(was, ground)) continue;
    const now = again(id, was);
    checks[at] = now;
    run = true;
    if (now.outcome !== was.outcome || !same(missedBy(was), missedBy(now))) alike = false;
  }
  if (!run) return of;
  return alike ? { ...of, checks } : together(of.rule, of.sources, of.subjects, checks);
}

function together(rule: Rule, sources: RuleChecks["sources"], subjects: readonly string[], checks: readonly Checked[]): RuleChecks {
  const drafts: Draft[] = [];
  const undecided: Undecided[] = [];
  const missed: string[] = [];
  let crash: string | undefined;
  for (const [at, checked] of checks.entries()) {
    const { outcome } = checked;
    for (const draft of outcome.drafts) drafts.push(draft);
    if (outcome.undecided) undecided.push({ rule: rule.id, subject: subjects[at] ?? "", ...outcome.undecided });
    crash ??= outcome.crash;
    for (const uri of missedBy(checked)) missed.push(uri);
  }
  return { rule, sources, subjects, checks, results: { rule, drafts, undecided, crash, missed } };
}

const missedBy = ({ files }: Checked): readonly string[] => (files.size === 0 ? NOBODY : [...files].flatMap(([uri, state]) => (state ? [] : [uri])));

function stands({ looks, files }: Checked, { template, snapshot }: Ground): boolean {
  for (const look of looks) if (!seesTheSame(look, template)) return false;
  for (const [uri, file] of files) if (snapshot.files.get(uri) !== file) return false;
  return true;
}

function check(rule: Rule, id: string, { template, snapshot, general }: Ground, was: Checked | undefined): Checked {
  const looks = new Set<Look>();
  const access = new FileAccess(snapshot, template.uri, new Map());
  const outcome = runCheck(
    rule,
    id,
    template,
    { ...general, file: (relative) => access.beside(relative), codeOf: (fn) => codeOf(fn, { template, snapshot, access, looks }) },
    looks,
  );
  return { outcome: lend(was?.outcome, outcome), looks: [...looks], files: access.seen.size === 0 ? NO_FILES : access.seen };
}

const NO_FILES: Checked["files"] = new Map();
