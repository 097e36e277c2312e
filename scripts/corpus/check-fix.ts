import { parseDocument } from "yaml";
import { applyEdits } from "../../server/src/base/span.ts";
import type { Reported, Review } from "../../server/src/engine/reported.ts";
import { fixAll, safe } from "../../server/src/features/fix-all.ts";
import { writtenFix } from "../../server/src/features/fixes.ts";
import { DEFAULT_SETTINGS } from "../../server/src/features/settings.ts";
import type { Fix } from "../../server/src/model/edit.ts";
import type { Failure } from "./task.ts";

/** A reviewed text, and a way to the review of another. */
export interface Revising {
  readonly review: Review;
  readonly text: string;
  readonly revise: (text: string, previous?: Review) => Review;
}

export interface CheckedFix {
  /** Absent where the fix could not be written, which is no failure: it is then offered nowhere. */
  readonly applied: string | undefined;
  readonly failures: readonly Failure[];
}

/** Applies one fix to the text and checks all that must hold of what it leaves. */
export function checkFix({ review, text, revise }: Revising, finding: Reported, fix: Fix): CheckedFix {
  const written = attempt(() => writtenFix(review, finding, fix));
  if (written instanceof Error) return { applied: undefined, failures: [{ check: "fix is written", detail: written.message }] };
  // The corpus has no files beside its templates, so that a fix that changes some cannot be tried here.
  if ("cannot" in written || written.elsewhere.size > 0) return { applied: undefined, failures: [] };
  const applied = attempt(() => applyEdits(text, written.edits));
  if (applied instanceof Error) return { applied: undefined, failures: [{ check: "fix is written", detail: applied.message }] };
  if (applied === text) return { applied: undefined, failures: [{ check: "fix repairs", detail: "the text stays as it is" }] };
  const after = revise(applied);
  const failures = [...parsing(text, applied, review, after), ...harming(review, after)];
  if (has(after, finding, finding.fingerprints.length - (written.fix.parts?.length ?? finding.fingerprints.length)))
    failures.push({ check: "fix repairs", detail: "the finding is still there" });
  const difference = differing(after, revise(applied, review));
  if (difference !== undefined) failures.push({ check: "incremental", detail: difference });
  return { applied, failures };
}

/** Applies all safe fixes of the text at once, and again: the second time nothing may be left to do. */
export function checkFixAll({ review, text, revise }: Revising): readonly Failure[] {
  if (!review.findings.some(({ fixes }) => fixes.some((fix) => fix.safety === "safe"))) return [];
  const first = repaired(review, revise);
  const applied = applyEdits(text, first.edits);
  const after = revise(applied);
  const second = repaired(after, revise);
  const failures = [...parsing(text, applied, review, after), ...harming(review, after)];
  if (second.edits.length > 0) failures.push({ check: "fix is finished", detail: "all safe fixes at once leave something to do for a second time" });
  return failures.map(({ check, detail }) => ({ check, detail: `all safe fixes: ${detail}` }));
}

function repaired(review: Review, revise: Revising["revise"]) {
  const steps = fixAll({ review, revise, settings: DEFAULT_SETTINGS }, safe);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** What was read without an error must be so afterwards, by our reader and by one that knows nothing of us. */
function parsing(text: string, applied: string, before: Review, after: Review): Failure[] {
  const failures: Failure[] = [];
  if (after.state !== "reviewed") failures.push({ check: "fix parses", detail: `the file is ${after.state}` });
  const [had, has] = [before.tree?.problems.length ?? 0, after.tree?.problems.length ?? 0];
  if (has > had) failures.push({ check: "fix parses", detail: after.tree?.problems[0]?.message ?? "" });
  const read = before.tree?.format === "json" ? jsonErrors : yamlErrors;
  if (read(text) === 0 && read(applied) > 0) failures.push({ check: "fix parses", detail: "another parser refuses the text" });
  return failures;
}

function yamlErrors(text: string): number {
  return parseDocument(text, { logLevel: "silent", prettyErrors: false }).errors.length;
}

function jsonErrors(text: string): number {
  return attempt(() => JSON.parse(text) as unknown) instanceof Error ? 1 : 0;
}

/** New warnings and errors. */
function harming(before: Review, after: Review): Failure[] {
  const known = new Set([...before.findings, ...before.allowed].flatMap(({ fingerprints }) => fingerprints));
  return after.findings
    .filter(({ severity, fingerprints }) => (severity === "error" || severity === "warning") && !fingerprints.some((each) => known.has(each)))
    .map(({ fingerprint }) => ({ check: "fix harms nothing", detail: `new: ${fingerprint}` }));
}

/** Whether any of what a finding stands for is left, beyond what its fix says that it leaves out. */
function has({ findings, allowed }: Review, finding: Reported, leftOut: number): boolean {
  const there = new Set([...findings, ...allowed].flatMap(({ fingerprints }) => fingerprints));
  return finding.fingerprints.filter((fingerprint) => there.has(fingerprint)).length > leftOut;
}

/** Where a review that borrows from an earlier one says something else than a review from nothing. */
function differing(whole: Review, borrowing: Review): string | undefined {
  const [expected, found] = [whole, borrowing].map(({ findings, undecided }) => [
    ...findings.map(({ fingerprint, message, span }) => `${fingerprint} ${span.start}-${span.end} ${message}`),
    ...undecided.map(({ rule, subject, reason }) => `${rule} ${subject}: ${reason}`).sort(),
  ]);
  const missing = expected?.find((line) => !found?.includes(line));
  const extra = found?.find((line) => !expected?.includes(line));
  if (missing !== undefined) return `missing when borrowed: ${missing}`;
  return extra === undefined ? undefined : `only when borrowed: ${extra}`;
}

function attempt<T>(work: () => T): T | Error {
  try {
    return work();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
