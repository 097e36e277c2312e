import type { Reported, Review } from "../engine/reported.ts";
import type { Rule, Severity } from "../rules/define.ts";
import { SEVERITIES, type Settings } from "./settings.ts";

/** A finding as the editor's settings leave it. */
export interface Shown {
  readonly finding: Reported;
  /** Perhaps softer than the finding's own. */
  readonly severity: Severity;
}

/** The findings that are shown, in order of the text. */
export function shown(review: Review, settings: Settings): readonly Shown[] {
  if (!settings.enable) return [];
  return review.findings
    .filter(({ rule }) => showsRule(rule, settings))
    .map((finding) => ({ finding, severity: softened(finding, settings) }))
    .filter(({ severity }) => showsSeverity(severity, settings));
}

/** Whether findings of a rule are shown at all; a rule counts for the first of its pillars. */
export function showsRule(rule: Rule, settings: Settings): boolean {
  return settings.pillars[rule.pillars[0]] !== false && settings.rules[rule.id] !== "off";
}

export function showsSeverity(severity: Severity, settings: Settings): boolean {
  return rankOf(severity) <= rankOf(settings.minimumSeverity);
}

/** 0 for the worst. */
export const rankOf = (severity: Severity): number => SEVERITIES.indexOf(severity);

function softened({ rule, severity }: Reported, settings: Settings): Severity {
  const wanted = settings.rules[rule.id];
  return wanted !== undefined && wanted !== "off" && rankOf(wanted) > rankOf(severity) ? wanted : severity;
}
