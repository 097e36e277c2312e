/**
 * `npm run corpus`: reviews a large collection of real templates and holds the reviews and fixes against what must be true of any.
 * `--show RULE [--count 20]` prints findings of one rule instead, for reading; `--cfn-lint [N]` compares what cfn-lint says before and
 * after N fixes.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readAsset } from "../server/src/hosts/node/files.ts";
import { RULES } from "../server/src/rules/index.ts";
import { compareWithCfnLint } from "./corpus/cfn-lint.ts";
import { CORPUS, type CorpusEntry, corpusEntries, fraction, NO_TEMPLATES } from "./corpus/entries.ts";
import { openPool, type Pool, type Result } from "./corpus/pool.ts";
import { printShown } from "./corpus/show.ts";
import { type Gathered, summarize } from "./corpus/summary.ts";
import type { Task } from "./corpus/task.ts";

/** Review fixes that are tried, spread evenly; all of them would take too long for every change. */
const SAMPLE = 1000;
/** A fixed day, so that numbers change with the rules and not with the calendar. */
const TODAY = "2026-11-24";

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { show: { type: "string" }, count: { type: "string" }, "cfn-lint": { type: "string" }, today: { type: "string" } },
    args: process.argv.slice(2).flatMap((word, index, all) => (word === "--cfn-lint" && !/^\d/.test(all[index + 1] ?? "") ? [word, "200"] : [word])),
  });
  const entries = corpusEntries();
  if (!entries) {
    console.log(`There is no collection of templates at ${CORPUS}: nothing is checked.\n0 passed, 0 failed`);
    return 0;
  }
  if (values.show !== undefined && !RULES.some(({ id }) => id === values.show)) {
    console.error(`There is no rule "${values.show}".`);
    return 2;
  }
  const pool = await openPool({ today: values.today ?? TODAY, iamActions: await readAsset("iamActions") });
  try {
    if (values.show !== undefined) return await show(pool, entries, values.show, Number(values.count ?? 20));
    if (values["cfn-lint"] !== undefined) return await compareWithCfnLint(await textsOfFixes(pool, entries, Number(values["cfn-lint"])));
    return summarize(await gather(pool, entries), RULES);
  } finally {
    await pool.close();
  }
}

async function gather(pool: Pool, entries: readonly CorpusEntry[]): Promise<Gathered> {
  const started = performance.now();
  const results = await pool.run(entries.map((entry) => ({ ...taskOf(entry), offers: true })));
  const tasks = sampled(offeredIn(entries, results), SAMPLE);
  const fixed = await pool.run(tasks.map(({ entry, fixes }) => ({ ...taskOf(entry), fixes })));
  const seconds = (performance.now() - started) / 1000;
  return {
    first: paired(entries, results),
    second: paired(
      tasks.map(({ entry }) => entry),
      fixed,
    ),
    seconds,
  };
}

function paired(entries: readonly CorpusEntry[], results: readonly Result[]): Gathered["first"] {
  return entries.flatMap((entry, index) => {
    const result = results[index];
    return result ? [{ entry, result }] : [];
  });
}

function offeredIn(entries: readonly CorpusEntry[], results: readonly Result[]): readonly Offered[] {
  return outcomesOf(entries, results).flatMap(({ entry, outcome }) => outcome.offered.map((fix) => ({ entry, fix })));
}

function outcomesOf(entries: readonly CorpusEntry[], results: readonly Result[]) {
  return paired(entries, results).flatMap(({ entry, result }) => ("outcome" in result ? [{ entry, outcome: result.outcome }] : []));
}

function taskOf({ path, kind }: CorpusEntry): Task {
  const [folder = "", repository = ""] = path.split("/");
  return { path: join(CORPUS, path), folder: join(CORPUS, folder, repository), quiet: NO_TEMPLATES.has(kind), offers: false };
}

interface Offered {
  readonly entry: CorpusEntry;
  readonly fix: string;
}

/** So many of the fixes as their own text decides, together by file. */
function sampled(offered: readonly Offered[], count: number): readonly { readonly entry: CorpusEntry; readonly fixes: readonly string[] }[] {
  const order = ({ entry, fix }: Offered): number => fraction(`${entry.path} ${fix}`);
  const chosen = [...offered].sort((a, b) => order(a) - order(b)).slice(0, count);
  const byFile = new Map<CorpusEntry, string[]>();
  for (const { entry, fix } of chosen) byFile.set(entry, [...(byFile.get(entry) ?? []), fix]);
  return [...byFile].map(([entry, fixes]) => ({ entry, fixes }));
}

async function show(pool: Pool, entries: readonly CorpusEntry[], rule: string, count: number): Promise<number> {
  const results = await pool.run(entries.map((entry) => ({ ...taskOf(entry), fixes: [], show: rule })));
  printShown(
    outcomesOf(entries, results).flatMap(({ entry, outcome }) => outcome.shown.map((shown) => ({ entry, shown }))),
    rule,
    count,
  );
  return 0;
}

async function textsOfFixes(pool: Pool, entries: readonly CorpusEntry[], count: number) {
  const templates = entries.filter(({ kind, flags }) => (kind === "sam" || kind === "cfn") && !flags.includes("parse_error"));
  const first = await pool.run(templates.map((entry) => ({ ...taskOf(entry), fixes: [], offers: true })));
  const tasks = sampled(offeredIn(templates, first), count);
  const fixed = await pool.run(tasks.map(({ entry, fixes }) => ({ ...taskOf(entry), fixes, texts: true })));
  const fixedEntries = tasks.map(({ entry }) => entry);
  return outcomesOf(fixedEntries, fixed).flatMap(({ entry, outcome }) => outcome.texts.map((texts) => ({ entry, texts })));
}

main()
  .catch((error: unknown) => {
    console.error(error);
    return 3;
  })
  .then((status) => {
    process.exitCode = status;
  });
