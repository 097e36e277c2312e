import type { Fix, FixPart } from "../model/edit.ts";
import type { Rule, Severity } from "../rules/define.ts";
import { filled, upToThree } from "./message.ts";
import type { Reported } from "./reported.ts";

const ORDER: readonly Severity[] = ["error", "warning", "information", "hint"];

export const severityRank = (severity: Severity): number => ORDER.indexOf(severity);

/** A finding about one subject, before those of one rule with the same cause become one. */
export interface Single extends Reported {
  readonly cause: string;
  /** The line for merged findings, with `{names}` and `{count}` still open. */
  readonly many: string | undefined;
}

type Group = readonly [Single, ...Single[]];

/** Findings of one rule with the same cause, and what became of them. */
interface Merged {
  readonly group: Group;
  readonly finding: Reported;
}

/** Merged findings, for the next review to lend: rule → cause → what was merged. */
export type Merging = ReadonlyMap<Rule, ReadonlyMap<string, Merged>>;

/** Findings of one rule with the same cause become one, which names up to three subjects and shows the others as related. */
export function merging(singles: readonly Single[], previous?: Merging): Merging {
  const groups = new Map<Rule, Map<string, [Single, ...Single[]]>>();
  for (const single of singles) {
    const causes = groups.get(single.rule) ?? new Map<string, [Single, ...Single[]]>();
    const group = causes.get(single.cause);
    if (group) group.push(single);
    else groups.set(single.rule, causes.set(single.cause, [single]));
  }
  return new Map(
    [...groups].map(([rule, causes]) => {
      const before = previous?.get(rule);
      return [rule, new Map([...causes].map(([cause, group]) => [cause, lentOr(before?.get(cause), group)]))];
    }),
  );
}

export function findingsOf(of: Merging): readonly Reported[] {
  const findings: Reported[] = [];
  for (const causes of of.values()) for (const { finding } of causes.values()) findings.push(finding);
  return findings;
}

function lentOr(before: Merged | undefined, group: Group): Merged {
  if (before?.group.length !== group.length || !group.every((single, at) => isMoved(before.group[at], single))) return { group, finding: together(group) };
  if (group.every((single, at) => single === before.group[at])) return before;
  return { group, finding: { ...before.finding, span: group[0].span, related: relatedOf(group) } };
}

/** Whether two singles are one finding, perhaps at other offsets: whoever places one anew writes its fingerprints anew. */
const isMoved = (before: Single | undefined, now: Single): boolean => before?.fingerprints === now.fingerprints && before.severity === now.severity;

const relatedOf = ([first, ...others]: Group): Reported["related"] =>
  others.length === 0
    ? first.related
    : [...first.related, ...others.filter((other) => !standTogether(other, first)).map(({ place, uri, span, name }) => ({ place, uri, span, message: name }))];

function together(group: Group): Reported {
  const [{ cause: _, many, ...first }, ...others] = group;
  if (others.length === 0) return first;
  const names = namesOf(group);
  const message = names.length > 1 && many !== undefined ? filled(many, { names: upToThree(names), count: names.length }) : first.message;
  return {
    ...first,
    subjects: [...new Set(group.map(({ subject }) => subject))],
    fingerprints: group.map(({ fingerprint }) => fingerprint),
    message,
    severity: group.reduce((worst, { severity }) => (severityRank(severity) < severityRank(worst) ? severity : worst), first.severity),
    related: relatedOf(group),
    fixes: first.fixes.map((fix) => fixTogether(fix, group)),
  };
}

/** Code has no paths, only offsets. */
const standTogether = (one: Reported, other: Reported): boolean =>
  one.uri === other.uri && one.place.path === other.place.path && (one.place.path !== undefined || one.span.start === other.span.start);

/** The edits of all; the dialect writes once what is the same in several. */
function fixTogether(fix: Fix, group: Group): Fix {
  // A finding may have fixes that another one lacks: what belongs together says the same of many.
  const alike = ({ fixes }: Single) => fixes.filter(({ many }) => many === fix.many);
  const at = alike(group[0]).indexOf(fix);
  const parts = group.map((single): FixPart => {
    const own = alike(single)[at];
    return { name: single.name, title: own?.title ?? fix.title, edits: own?.edits ?? [] };
  });
  const safe = group.every((single) => alike(single)[at]?.safety !== "review");
  return { ...fix, safety: safe ? fix.safety : "review", edits: parts.flatMap(({ edits }) => edits), title: titleOf(fix, parts), parts };
}

function titleOf(fix: Fix, parts: readonly FixPart[]): string {
  const names = namesOf(parts);
  return fix.many !== undefined && names.length > 1 ? filled(fix.many, { names: upToThree(names), count: names.length }) : fix.title;
}

/** What a merged fix is called when it can be written for some of its parts alone: for how many, and what it leaves out. */
export function titleInPart({ many, title }: Fix, able: readonly FixPart[], left: readonly LeftOut[]): string {
  const names = namesOf(able);
  const count = `${names.length} of ${namesOf([...able, ...left.map(({ part }) => part)]).length}`;
  const some = many?.replace(/(?:\ball )?\{count\}/, () => count);
  const written = names.length > 1 && some !== undefined ? filled(some, { names: upToThree(names), count: names.length }) : (able[0]?.title ?? title);
  const reasons = [...new Set(left.map(({ cannot }) => cannot))];
  const without = upToThree(namesOf(left.map(({ part }) => part)));
  return `${written} (not ${without}${reasons.length === 1 ? `: ${reasons[0]}` : ""})`;
}

/** A part that can't be written, and why. */
export interface LeftOut {
  readonly part: FixPart;
  readonly cannot: string;
}

const namesOf = (named: readonly { readonly name: string }[]): readonly string[] => [...new Set(named.map(({ name }) => name))];
