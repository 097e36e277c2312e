import { folderOf, pathBelow } from "../base/address.ts";
import { same } from "../base/memo.ts";
import { mayBeTemplate } from "../dialects/detect.ts";
import { readTemplate } from "../dialects/read.ts";
import { iamActions } from "../knowledge/iam/actions.ts";
import type { Rule } from "../rules/define.ts";
import { read } from "../syntax/read.ts";
import type { Tree } from "../syntax/tree.ts";
import { allows, applyAllows, type Suppressed } from "./allow.ts";
import { besideOf } from "./beside.ts";
import { type Checks, checkAll, type General, resultsOf } from "./checks.ts";
import { excludes } from "./exclude.ts";
import { type Governance, governing } from "./governing.ts";
import { findingsOf, type Merging, merging, type Single } from "./merge.ts";
import { type Placing, placing, singlesOf } from "./placing.ts";
import { DEFAULT_PROJECT, type ProjectFile } from "./project-file.ts";
import type { Crash, Reported, Review, ReviewState } from "./reported.ts";
import type { Snapshot } from "./snapshot.ts";

/** A longer text is not read; AWS itself accepts templates of one megabyte at most. In UTF-16 units. */
export const LONGEST_TEMPLATE = 4_000_000;

/** What a review keeps for the next one of the same file. */
const kept = new WeakMap<Review, Kept>();

interface Kept {
  readonly checks: Checks;
  readonly iamTable: string | undefined;
  readonly placing: Placing;
  readonly merging: Merging;
}

/**
 * Reviews one file of a snapshot. The result depends on snapshot and rules alone; `previous`, the file's last review,
 * lends what did not change.
 */
export function review(snapshot: Snapshot, uri: string, rules: readonly Rule[], previous?: Review): Review {
  const file = snapshot.files.get(uri);
  if (file?.state !== "loaded") return empty(uri, "notATemplate");
  if (file.text.length > LONGEST_TEMPLATE) return empty(uri, "tooLarge");
  if (!mayBeTemplate(file.text)) return empty(uri, "notATemplate");
  const governance = governing(snapshot, uri);
  const project = governance.governing?.project ?? DEFAULT_PROJECT;
  if (excludes(project.exclude, governance.file)) return empty(uri, "excluded", governance.wanted);
  const tree = read(file.text, previous?.tree);
  const beside = new Set(governance.wanted);
  const template = readTemplate(uri, tree, besideOf(snapshot, uri, project.profile, beside), previous?.template);
  if (!template) return { ...empty(uri, "notATemplate"), tree };
  const before = previous && kept.get(previous);
  const general = generalOf(snapshot, project, before);
  const checks = checkAll(
    rules.filter((rule) => isOn(rule, project)),
    template,
    snapshot,
    general,
    before?.checks,
  );
  const all = collected(tree, checks, beside);
  const places = placing(resultsOf(checks), { uri, tree, snapshot }, before?.placing);
  const { shown, allowed, notices } = judged({ singles: singlesOf(places), undecided: all.undecided }, tree, project, governance, snapshot, rules);
  const merges = merging(shown, before?.merging);
  const found = inOrder(findingsOf(merges));
  const inCode = found.filter((finding) => finding.uri !== uri && !isExcluded(finding.uri, governance));
  const findings = inCode.length === 0 ? found : found.filter((finding) => finding.uri === uri);
  const result: Review = { ...all, uri, findings, inCode, allowed: inOrder(findingsOf(merging(allowed))), notices, template, checksRun: checks.run };
  kept.set(result, { checks, iamTable: snapshot.iamActions, placing: places, merging: merges });
  return result;
}

/** What a review was made from; undefined for one of no template. */
export const snapshotOf = (review: Review): Snapshot | undefined => kept.get(review)?.checks.ground.snapshot;

/** Whether the project file of a template leaves out a file of the code behind it. */
function isExcluded(uri: string, { governing: found }: Governance): boolean {
  const folder = found && folderOf(found.uri);
  const path = folder === undefined ? undefined : pathBelow(folder, uri);
  return found !== undefined && path !== undefined && excludes(found.project.exclude, path);
}

/** A rule speaks unless the project file switches it off, or the pillar that it is tagged with. */
function isOn({ id, default: byDefault, pillars }: Rule, project: ProjectFile): boolean {
  return (project.rules[id] ?? byDefault) !== "off" && project.pillars[pillars[0]] !== false;
}

/**
 * What is left when the project file and the template's own allows have spoken. They speak of each subject alone, so
 * findings with one cause become one only then: an allow for one of them leaves the others.
 */
function judged(
  all: { readonly singles: readonly Single[]; readonly undecided: Review["undecided"] },
  tree: Tree,
  project: ProjectFile,
  { file }: Governance,
  { today }: Snapshot,
  rules: readonly Rule[],
): Suppressed<Single> {
  const findings = all.singles.map((finding): Single => {
    const setting = project.rules[finding.rule.id];
    return setting === undefined || setting === "off" ? finding : { ...finding, severity: setting };
  });
  const undecided = new Set(all.undecided.map(({ rule }) => rule));
  return applyAllows({
    findings,
    allows: allows(tree),
    decisions: project.decisions,
    file,
    today,
    rules: new Set(rules.map(({ id }) => id)),
    undecided,
  });
}

const inOrder = (findings: readonly Reported[]): readonly Reported[] =>
  [...findings].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.fingerprint < b.fingerprint ? -1 : 1));

/** The review of a file of which there is nothing to say. */
export function empty(uri: string, state: ReviewState, wanted: readonly string[] = []): Review {
  return {
    uri,
    state,
    tree: undefined,
    template: undefined,
    findings: [],
    inCode: [],
    allowed: [],
    undecided: [],
    crashes: [],
    notices: [],
    wanted,
    sectionsRead: 0,
    checksRun: 0,
  };
}

function generalOf(snapshot: Snapshot, { profile }: ProjectFile, before: Kept | undefined): General {
  const last = before?.checks.ground.general;
  if (last && before.iamTable === snapshot.iamActions && last.today === snapshot.today && same(last.profile, profile)) return last;
  return { today: snapshot.today, profile, iam: iamActions(snapshot.iamActions) };
}

type Collected = Pick<Review, "state" | "tree" | "undecided" | "crashes" | "wanted" | "sectionsRead">;

function collected(tree: Tree, checks: Checks, beside: ReadonlySet<string>): Collected {
  const results = resultsOf(checks);
  const undecided = results.flatMap((one) => one.undecided);
  const crashes = results.flatMap(({ rule, crash }): readonly Crash[] => (crash === undefined ? [] : [{ rule: rule.id, message: crash }]));
  const wanted = new Set([...beside, ...results.flatMap(({ missed }) => missed)]);
  return { state: "reviewed", tree, undecided, crashes, wanted: [...wanted], sectionsRead: tree.sectionsRead };
}
