import type { Rule, Severity } from "../../server/src/rules/define.ts";
import type { CorpusEntry } from "./entries.ts";
import type { Result } from "./pool.ts";
import { counted, rows, table } from "./print.ts";
import type { Check, Failure, Outcome } from "./task.ts";

export interface Gathered {
  /** Every file, with its safe fixes tried. */
  readonly first: readonly ResultOf[];
  /** The files whose review fixes were tried. */
  readonly second: readonly ResultOf[];
  readonly seconds: number;
}

export interface ResultOf {
  readonly entry: CorpusEntry;
  readonly result: Result;
}

interface OutcomeOf {
  readonly entry: CorpusEntry;
  readonly outcome: Outcome;
}

const FILE_CHECKS: readonly Check[] = ["readable", "no crash", "no hang", "under two seconds", "spans", "messages", "quiet", "fingerprints"];
const FIX_CHECKS: readonly Check[] = ["fix is written", "fix parses", "fix repairs", "fix harms nothing", "incremental", "fix is finished"];
const MOST_PRINTED = 12;

/** Prints what the run found; answers the exit status. */
export function summarize({ first, second, seconds }: Gathered, rules: readonly Rule[]): number {
  const outcomes = outcomesOf(first);
  printKinds(outcomes);
  printRules(outcomes, rules);
  printUndecided(outcomes);
  printUnwritable(outcomes);
  printSlowest(outcomes);
  const calm = gate(outcomes);
  const failures = [...failuresOf(first), ...failuresOf(second)];
  printFailures(failures);
  const [safe, review] = [outcomes, outcomesOf(second)].map((some) => some.reduce((sum, { outcome }) => sum + outcome.tried, 0));
  console.log(`\n${first.length} files in ${seconds.toFixed(0)} s; ${safe} safe fixes and ${review} review fixes tried.`);
  const checks = first.length * FILE_CHECKS.length + ((safe ?? 0) + (review ?? 0)) * FIX_CHECKS.length + 1;
  const failed = failures.length + (calm ? 0 : 1);
  console.log(`${Math.max(0, checks - failed)} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

const outcomesOf = (results: readonly ResultOf[]): readonly OutcomeOf[] =>
  results.flatMap(({ entry, result }) => ("outcome" in result ? [{ entry, outcome: result.outcome }] : []));

function failuresOf(results: readonly ResultOf[]): readonly (Failure & { readonly path: string })[] {
  return results.flatMap(({ entry: { path }, result }) =>
    "outcome" in result ? result.outcome.failures.map((failure) => ({ ...failure, path })) : [{ check: result.broken, detail: result.detail, path }],
  );
}

function printKinds(outcomes: readonly OutcomeOf[]): void {
  const kinds = [...new Set(outcomes.map(({ entry }) => entry.kind))].sort();
  table(
    ["kind", "files", "reviewed", "resources", "findings", "undecided"],
    kinds.map((kind) => {
      const own = outcomes.filter(({ entry }) => entry.kind === kind);
      const sum = (of: (each: OutcomeOf) => number) => own.reduce((total, each) => total + of(each), 0);
      return [
        kind,
        own.length,
        sum(({ outcome }) => (outcome.reviewed ? 1 : 0)),
        sum(resources),
        sum(({ outcome }) => outcome.findings.length),
        sum(({ outcome }) => outcome.undecided.length),
      ];
    }),
  );
}

const resources = ({ entry, outcome }: OutcomeOf): number => (outcome.reviewed ? entry.resources : 0);

function printRules(outcomes: readonly OutcomeOf[], rules: readonly Rule[]): void {
  const all = outcomes.reduce((sum, each) => sum + resources(each), 0);
  table(
    ["rule", "findings", "per 100 resources", "files", "error", "warning", "information", "hint", "undecided"],
    rules.map(({ id }) => {
      const found = outcomes.flatMap(({ outcome }) => outcome.findings.filter(({ rule }) => rule === id));
      const of = (wanted: Severity) => found.filter(({ severity }) => severity === wanted).length;
      const files = outcomes.filter(({ outcome }) => outcome.findings.some(({ rule }) => rule === id)).length;
      const undecided = outcomes.reduce((sum, { outcome }) => sum + outcome.undecided.filter(({ rule }) => rule === id).length, 0);
      return [
        id,
        found.length,
        ((100 * found.length) / Math.max(1, all)).toFixed(2),
        files,
        of("error"),
        of("warning"),
        of("information"),
        of("hint"),
        undecided,
      ];
    }),
  );
}

function printUndecided(outcomes: readonly OutcomeOf[]): void {
  rows(
    "checks undecided, by reason",
    counted(outcomes.flatMap(({ outcome }) => outcome.undecided.map(({ rule, reason }) => `${rule}: ${general(reason)}`))).slice(0, 2 * MOST_PRINTED),
  );
}

function printUnwritable(outcomes: readonly OutcomeOf[]): void {
  const reasons = outcomes.flatMap(({ outcome }) => outcome.refused.map(({ rule, reason }) => `${rule}: ${general(reason)}`));
  rows("fixes that cannot be written, by reason", counted(reasons).slice(0, MOST_PRINTED));
}

/** A reason without the names in it, so that equal reasons count as one. */
const general = (reason: string): string => reason.replace(/"[^"]*"|`[^`]*`|\b[\w-]*\/[\w./-]*/g, "…").slice(0, 100);

function printSlowest(outcomes: readonly OutcomeOf[]): void {
  const slowest = [...outcomes].sort((a, b) => b.outcome.milliseconds - a.outcome.milliseconds).slice(0, 5);
  rows(
    "slowest files",
    slowest.map(({ entry, outcome }) => [`${entry.path} (${Math.round(entry.bytes / 1024)} KB)`, `${Math.round(outcome.milliseconds)} ms`]),
  );
}

/** A linter that talks too much is switched off: how much a usual template may be told above hint level. */
const CALM = { kind: "sam", fromLines: 100, toLines: 300, median: 5, percentile95: 12 } as const;

function gate(outcomes: readonly OutcomeOf[]): boolean {
  const usual = outcomes.filter(
    ({ entry, outcome }) => outcome.reviewed && entry.kind === CALM.kind && entry.lines >= CALM.fromLines && entry.lines <= CALM.toLines,
  );
  const loud = usual
    .map(({ entry, outcome }) => ({ entry, count: outcome.findings.filter(({ severity }) => severity !== "hint").length }))
    .sort((a, b) => a.count - b.count);
  const at = (share: number): number => loud[Math.min(loud.length - 1, Math.floor(share * loud.length))]?.count ?? 0;
  const [median, percentile95] = [at(0.5), at(0.95)];
  rows(`findings above hint level in ${loud.length} SAM templates of ${CALM.fromLines} to ${CALM.toLines} lines`, [
    ["median", `${median} (at most ${CALM.median})`],
    ["95th percentile", `${percentile95} (at most ${CALM.percentile95})`],
    ...loud.slice(-3).map(({ entry, count }): readonly [string, number] => [entry.path, count]),
  ]);
  return median <= CALM.median && percentile95 <= CALM.percentile95;
}

function printFailures(failures: readonly (Failure & { readonly path: string })[]): void {
  for (const check of new Set(failures.map((failure) => failure.check))) {
    const own = failures.filter((failure) => failure.check === check);
    rows(
      `FAILED: ${check} (${own.length})`,
      own.slice(0, MOST_PRINTED).map(({ path, detail }) => [path, detail]),
    );
  }
}
