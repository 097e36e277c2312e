import { type Span, shifted } from "../base/span.ts";
import { isDate } from "./date.ts";

/** What an allow says, wherever it stands. */
export interface Words {
  readonly rules: readonly Named[];
  readonly reason: string | undefined;
  /** `YYYY-MM-DD`, the last day on which it holds. */
  readonly until: string | undefined;
  /** Why it can't be followed at all. */
  readonly fault: string | undefined;
}

export interface Named {
  readonly id: string;
  readonly span: Span;
}

/** Reads `<rule>[, <rule>] [until YYYY-MM-DD] -- reason`; spans are shifted by `by`. */
export function readWords(text: string, by: number): Words {
  const [head = "", ...tail] = text.split(/(?:^|\s)--(?=\s|$)/);
  const reason = tail.join("--").trim() || undefined;
  const dated = /(?:^|[\s,])until\b\s*(\S*)\s*$/.exec(head);
  const until = dated?.[1];
  const rules = [...head.slice(0, dated?.index ?? head.length).matchAll(/[^\s,]+/g)].map(({ 0: id, index }) => ({
    id,
    span: shifted({ start: index, end: index + id.length }, by),
  }));
  return { rules, reason, until, fault: faultOf(rules, until) };
}

export function faultOf(rules: readonly Named[], until: string | undefined): string | undefined {
  if (rules.length === 0) return "This allow names no rule.";
  if (until !== undefined && !isDate(until)) return `"${until}" is not a day, YYYY-MM-DD.`;
  return undefined;
}
