import type { Fix, FixPart } from "../model/edit.ts";
import type { Severity } from "../rules/define.ts";
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

/** Findings of one rule with the same cause become one, which names up to three subjects and shows the others as related. */
export function merged(singles: readonly Single[]): readonly Reported[] {
  const groups = new Map<string, [Single, ...Single[]]>();
  for (const single of singles) {
    const key = `${single.rule.id} ${single.cause}`;
    const group = groups.get(key);
    if (group) group.push(single);
    else groups.set(key, [single]);
  }
  return [...groups.values()].map(together);
}

function together(group: readonly [Single, ...Single[]]): Reported {
  const [{ cause: _, many, ...first }, ...others] = group;
  if (others.length === 0) return first;
  const names = namesOf(group);
  const message = names.length > 1 && many !== undefined ? filled(many, { names: upToThree(names), count: names.length }) : first.message;
  const elsewhere = others.filter(({ place }) => place.path !== first.place.path).map(({ place, span, name }) => ({ place, span, message: name }));
  return {
    ...first,
    subjects: [...new Set(group.map(({ subject }) => subject))],
    fingerprints: group.map(({ fingerprint }) => fingerprint),
    message,
    severity: group.reduce((worst, { severity }) => (severityRank(severity) < severityRank(worst) ? severity : worst), first.severity),
    related: [...first.related, ...elsewhere],
    fixes: first.fixes.map((fix) => fixTogether(fix, group)),
  };
}

/** The edits of all; the dialect writes once what is the same in several. */
function fixTogether(fix: Fix, group: readonly [Single, ...Single[]]): Fix {
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
