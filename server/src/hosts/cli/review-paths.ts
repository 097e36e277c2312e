import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readProjectFile } from "../../engine/project-file.ts";
import { noticeEntries } from "../../features/report/entries.ts";
import type { Entry, Problem, Report } from "../../features/report/report.ts";
import type { Repairs } from "../../features/report/text.ts";
import type { Rule } from "../../rules/define.ts";
import type { Options } from "./arguments.ts";
import { codeFindings, isCode, type Named, templatesAbove } from "./code.ts";
import { nameIn } from "./file-reviewer.ts";
import { progress } from "./progress.ts";
import type { Share } from "./share.ts";
import { reviewShares, type Threads } from "./threads.ts";
import { type Walked, walk } from "./walk.ts";
import { workspaceOf } from "./workspace.ts";

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
  const { files, code } = withTemplates(walked, named, workingDirectory);
  const assignment = { workingDirectory, today, iamActions, fixes, repair: options.fix ? options.rules : undefined, named: new Set(named) } as const;
  const { tell, done } = progress(place.tell, files.length);
  const shares = await reviewShares(files, assignment, rules, { threads, tell });
  done();
  return outcome(options, place, { ...walked, files, code }, shares);
}

/** The files to be reviewed, and the code that somebody named. */
interface Reviewing extends Walked {
  readonly code: readonly NamedCode[];
}

/** A file with code that somebody named, and the templates that are reviewed because it may be theirs. */
interface NamedCode {
  readonly path: string;
  readonly templates: readonly string[];
}

/** Code is reviewed with its templates, which are found in the folders above it. */
function withTemplates({ files }: Walked, named: readonly string[], workingDirectory: string): Pick<Reviewing, "files" | "code"> {
  const folderOf = workspaceOf(workingDirectory);
  const code = files.filter((path) => named.includes(path) && isCode(path)).map((path) => ({ path, templates: templatesAbove(path, folderOf(path)) }));
  const others = files.filter((path) => !code.some((each) => each.path === path));
  return {
    files: [...new Set([...others, ...code.flatMap(({ templates }) => templates)])],
    code: code.map((each) => ({ ...each, templates: each.templates.filter((path) => !others.includes(path)) })),
  };
}

function outcome(options: Options, place: Place, { files, unreadable, code }: Reviewing, shares: readonly Share[]): Outcome {
  const all = files.flatMap((path, index) =>
    shares.flatMap(({ results }) => results.get(index) ?? []).map((result) => ({ ...result, file: nameIn(place.workingDirectory, path) })),
  );
  const { results, problems } = concerned(all, code, place.workingDirectory);
  const inCode = codeFindings(results);
  const findings = [...results.flatMap((result) => [...result.findings, ...(inCode.get(result) ?? [])]), ...projectFileEntries(place, shares)];
  const report: Report = {
    files: results.filter(({ template }) => template).length,
    findings: options.rules.length === 0 ? findings : findings.filter(({ rule }) => options.rules.includes(rule)),
    problems: [
      ...unreadable.map(({ path, why }) => ({ file: nameIn(place.workingDirectory, path), message: why })),
      ...results.flatMap((result) => result.problems),
      ...problems,
    ],
    crashes: results.flatMap(({ crashes }) => crashes),
  };
  const repaired = results.filter(({ fixed }) => fixed > 0);
  return { report, repairs: options.fix ? { fixed: repaired.reduce((sum, { fixed }) => sum + fixed, 0), files: repaired.length } : undefined };
}

/** Templates that are there for named code alone count where they have it, with what stands in it and in themselves. */
function concerned(
  all: readonly Named[],
  code: readonly NamedCode[],
  workingDirectory: string,
): { readonly results: readonly Named[]; readonly problems: readonly Problem[] } {
  const nameOf = (path: string) => nameIn(workingDirectory, path);
  const names = new Set(code.map(({ path }) => nameOf(path)));
  const only = new Set(code.flatMap(({ templates }) => templates.map(nameOf)));
  const results = all
    .filter((result) => !only.has(result.file) || result.code.some((file) => names.has(file)))
    .map((result) => (only.has(result.file) ? { ...result, inCode: result.inCode.filter(({ file }) => names.has(file)) } : result));
  const unowned = [...names].filter((name) => !results.some((result) => result.code.includes(name)));
  return { results, problems: unowned.map((file) => ({ file, message: UNOWNED })) };
}

const UNOWNED = "No function of a template in this folder or above points here: it was not reviewed.";

/** What is wrong with the project files that governed anything. */
function projectFileEntries({ rules, today, workingDirectory }: Place, shares: readonly Share[]): readonly Entry[] {
  const texts = new Map(shares.flatMap(({ projectFiles }) => [...projectFiles]));
  const known = { rules: new Set(rules.map(({ id }) => id)), today };
  return [...texts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([uri, text]) => noticeEntries(readProjectFile(text, known).notices, text, nameIn(workingDirectory, fileURLToPath(uri))));
}
