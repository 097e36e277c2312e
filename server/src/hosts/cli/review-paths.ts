import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readProjectFile } from "../../engine/project-file.ts";
import { noticeEntries } from "../../features/report/entries.ts";
import type { Entry, Report } from "../../features/report/report.ts";
import type { Repairs } from "../../features/report/text.ts";
import type { Rule } from "../../rules/define.ts";
import type { Options } from "./arguments.ts";
import { nameIn } from "./file-reviewer.ts";
import { progress } from "./progress.ts";
import type { Share } from "./share.ts";
import { reviewShares, type Threads } from "./threads.ts";
import { type Walked, walk } from "./walk.ts";

export interface Place {
  readonly rules: readonly Rule[];
  /** Absolute. */
  readonly workingDirectory: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly iamActions: string | undefined;
  readonly threads?: Threads;
  readonly tell?: (line: string) => void;
}

export type Outcome = { readonly report: Report; readonly repairs: Repairs | undefined } | { readonly missing: readonly string[] };

/** Reviews all templates of the paths, and repairs them where asked to; answers the paths that are not there, if any. */
export async function reviewPaths(options: Options, place: Place): Promise<Outcome> {
  const { workingDirectory, today, iamActions, rules, threads } = place;
  const named = options.paths.map((path) => resolve(workingDirectory, path));
  const walked = walk(named);
  if (walked.missing.length > 0) return { missing: walked.missing.map((path) => nameIn(workingDirectory, path)) };
  const fixes = options.format === "sarif" ? "replacements" : "titles";
  const assignment = { workingDirectory, today, iamActions, fixes, repair: options.fix ? options.rules : undefined, named: new Set(named) } as const;
  const { tell, done } = progress(place.tell, walked.files.length);
  const shares = await reviewShares(walked.files, assignment, rules, { threads, tell });
  done();
  return outcome(options, place, walked, shares);
}

function outcome(options: Options, place: Place, { files, unreadable }: Walked, shares: readonly Share[]): Outcome {
  const results = files.flatMap((_, index) => shares.flatMap(({ results: some }) => some.get(index) ?? []));
  const findings = [...results.flatMap((result) => result.findings), ...projectFileEntries(place, shares)];
  const report: Report = {
    files: results.filter(({ template }) => template).length,
    findings: options.rules.length === 0 ? findings : findings.filter(({ rule }) => options.rules.includes(rule)),
    problems: [
      ...unreadable.map(({ path, why }) => ({ file: nameIn(place.workingDirectory, path), message: why })),
      ...results.flatMap(({ problems }) => problems),
    ],
    crashes: results.flatMap(({ crashes }) => crashes),
  };
  const repaired = results.filter(({ fixed }) => fixed > 0);
  return { report, repairs: options.fix ? { fixed: repaired.reduce((sum, { fixed }) => sum + fixed, 0), files: repaired.length } : undefined };
}

/** What is wrong with the project files that governed anything. */
function projectFileEntries({ rules, today, workingDirectory }: Place, shares: readonly Share[]): readonly Entry[] {
  const texts = new Map(shares.flatMap(({ projectFiles }) => [...projectFiles]));
  const known = { rules: new Set(rules.map(({ id }) => id)), today };
  return [...texts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([uri, text]) => noticeEntries(readProjectFile(text, known).notices, text, nameIn(workingDirectory, fileURLToPath(uri))));
}
