import type { Fix } from "../model/edit.ts";
import type { Severity } from "../rules/define.ts";
import type { Draft } from "./check.ts";
import { filled, upToThree } from "./message.ts";

const ORDER: readonly Severity[] = ["error", "warning", "information", "hint"];

export const severityRank = (severity: Severity): number => ORDER.indexOf(severity);

/** Findings of one rule with the same cause become one, which names up to three subjects and shows the others as related. */
export function merged(drafts: readonly Draft[]): readonly Draft[] {
  const groups = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const group = groups.get(draft.cause);
    if (group) group.push(draft);
    else groups.set(draft.cause, [draft]);
  }
  return [...groups.values()].map((group) => (group.length === 1 ? group : together(group))[0]).filter((draft) => draft !== undefined);
}

function together(group: readonly Draft[]): readonly Draft[] {
  const [first, ...others] = group;
  if (!first) return [];
  const names = [...new Set(group.map((draft) => draft.name))];
  const values = { names: upToThree(names), count: names.length };
  const message = names.length > 1 && first.many !== undefined ? filled(first.many, values) : first.message;
  const elsewhere = others.filter((draft) => draft.place.path !== first.place.path).map((draft) => ({ place: draft.place, message: draft.name }));
  const severity = group.reduce((worst, draft) => (severityRank(draft.severity) < severityRank(worst) ? draft.severity : worst), first.severity);
  return [
    { ...first, message, severity, related: [...first.related, ...elsewhere], fixes: first.fixes.map((fix, index) => fixTogether(fix, index, group, values)) },
  ];
}

/** The edits of all; the dialect writes once what is the same in several. */
function fixTogether(fix: Fix, index: number, group: readonly Draft[], values: { readonly names: string; readonly count: number }): Fix {
  const edits = group.flatMap((draft) => draft.fixes[index]?.edits ?? []);
  return { ...fix, edits, title: fix.many !== undefined && values.count > 1 ? filled(fix.many, values) : fix.title };
}
