import type { Review } from "../../server/src/engine/reported.ts";
import { textIn } from "../../server/src/engine/snapshot.ts";
import { writtenFix } from "../../server/src/features/fixes.ts";
import { readPathNow } from "../../server/src/hosts/node/files.ts";
import { Reviewer } from "../../server/src/hosts/node/reviewer.ts";
import type { Rule } from "../../server/src/rules/define.ts";
import { checkFix, checkFixAll, type Revising } from "./check-fix.ts";
import { showing } from "./showing.ts";
import type { Failure, FixTexts, Outcome, Setting, Task } from "./task.ts";

const SLOW = 2000;

const NOTHING: Outcome = {
  reviewed: false,
  milliseconds: 0,
  findings: [],
  undecided: [],
  offered: [],
  refused: [],
  tried: 0,
  failures: [],
  shown: [],
  texts: [],
};

/** Reviews one file and checks all that must hold of any review. */
export async function checkFile(task: Task, rules: readonly Rule[], setting: Setting): Promise<Outcome> {
  const reading = readPathNow(task.path);
  if (reading.state !== "loaded") return { ...NOTHING, failures: [{ check: "readable", detail: reading.state }] };
  const reviewer = new Reviewer({ ...setting, rules, folderOf: () => task.folder });
  const first = await timed(() => reviewer.review(task.path, reading.text));
  // A machine that is busy with something else is not what is checked here.
  const again = first.milliseconds > SLOW ? await timed(() => reviewer.review(task.path, reading.text)) : first;
  const milliseconds = Math.min(first.milliseconds, again.milliseconds);
  const { review, revise, snapshot } = first.result;
  const all = [...review.findings, ...review.inCode];
  const failures = [...failuresOf(review, (uri) => textIn(snapshot, uri), task)];
  if (milliseconds > SLOW) failures.push({ check: "under two seconds", detail: `${Math.round(milliseconds)} ms` });
  const fixes = checkFixes({ review, text: reading.text, revise }, task);
  return {
    ...NOTHING,
    reviewed: review.state === "reviewed",
    milliseconds,
    findings: all.map(({ rule, severity }) => ({ rule: rule.id, severity })),
    undecided: review.undecided.map(({ rule, reason }) => ({ rule, reason })),
    ...(task.offers ? offersOf(review) : {}),
    ...fixes,
    failures: [...failures, ...fixes.failures],
    shown: task.show === undefined ? [] : all.filter(({ rule }) => rule.id === task.show).map((finding) => showing(first.result, finding)),
  };
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly milliseconds: number }> {
  const started = performance.now();
  const result = await work();
  return { result, milliseconds: performance.now() - started };
}

function* failuresOf(review: Review, textOf: (uri: string) => string, { quiet }: Task): Generator<Failure> {
  for (const { rule, message } of review.crashes) yield { check: "no crash", detail: `${rule}: ${message}` };
  if (quiet && review.findings.length > 0) yield { check: "quiet", detail: review.findings.map(({ rule }) => rule.id).join(", ") };
  const seen = new Set<string>();
  for (const { fingerprint } of [...review.findings, ...review.inCode]) {
    if (seen.has(fingerprint)) yield { check: "fingerprints", detail: `${fingerprint} twice` };
    seen.add(fingerprint);
  }
  for (const finding of [...review.findings, ...review.inCode]) {
    const { fingerprint, related, message, fixes } = finding;
    if ([finding, ...related].some(({ uri, span: { start, end } }) => start < 0 || end < start || end > textOf(uri).length))
      yield { check: "spans", detail: fingerprint };
    const incomplete = [message, ...fixes.map(({ title }) => title)].find((line) => !isComplete(line));
    if (incomplete !== undefined) yield { check: "messages", detail: `${fingerprint}: ${incomplete}` };
  }
}

/** Whether a line has no hole in it: a name that was not filled in, or a value that was none. */
const isComplete = (line: string): boolean => line.trim() !== "" && !/\{[a-z]+\}|\bundefined\b|\bNaN\b|\[object /.test(line);

function checkFixes(of: Revising, task: Task): Pick<Outcome, "tried" | "failures" | "texts"> {
  const failures: Failure[] = [];
  const texts: FixTexts[] = [];
  let tried = 0;
  for (const finding of of.review.findings) {
    for (const [index, fix] of finding.fixes.entries()) {
      const name = `${finding.fingerprint} ${index}`;
      if (task.fixes ? !task.fixes.includes(name) : fix.safety !== "safe") continue;
      const { applied, failures: some } = checkFix(of, finding, fix);
      if (applied === undefined && some.length === 0) continue;
      tried += 1;
      failures.push(...some.map(({ check, detail }) => ({ check, detail: `${name} (${fix.title}): ${detail}` })));
      if (task.texts && applied !== undefined) texts.push({ fix: `${name} (${fix.title})`, before: of.text, after: applied });
    }
  }
  if (!task.fixes) failures.push(...checkFixAll(of));
  return { tried, failures, texts };
}

function offersOf(review: Review): Pick<Outcome, "offered" | "refused"> {
  const offered: string[] = [];
  const refused: { rule: string; reason: string }[] = [];
  for (const finding of review.findings) {
    const { rule, fingerprint, fixes } = finding;
    for (const [index, fix] of fixes.entries()) {
      const written = writtenFix(review, finding, fix);
      if ("cannot" in written) refused.push({ rule: rule.id, reason: written.cannot });
      else if (fix.safety === "review") offered.push(`${fingerprint} ${index}`);
    }
  }
  return { offered, refused };
}
