/** The words of the language status. */
import type { StatusParams } from "../../server/src/hosts/lsp/protocol.ts";
import { PILLARS } from "../../server/src/pillars/pillars.ts";

/** Before any document has passed the first look. */
export const NOT_STARTED = "not a template";

/** Such as "SAM · 6 findings · 3 checks undecided", or why there is no review. */
export function describe(status: StatusParams): string {
  switch (status.state) {
    case "notATemplate":
      return NOT_STARTED;
    case "tooLarge":
      return "too large";
    case "excluded":
      return "excluded by pillar-hints.json";
    case "disabled":
      return "switched off by the setting pillarHints.enable";
    case "searching":
      return "looking for its template";
    case "unowned":
      return "no function of a template in this workspace points here";
    case "reviewed":
      return describeReview(status);
  }
}

/** Such as "Security 2 · Reliability 4", in the framework's order; empty without findings. */
export function describePillars({ pillars }: StatusParams): string {
  return PILLARS.filter(({ id }) => (pillars[id] ?? 0) > 0)
    .map(({ id, short }) => `${short} ${pillars[id]}`)
    .join(" · ");
}

/** Such as "1 finding" and "2 findings". */
export function count(amount: number, one: string, many: string): string {
  return `${amount} ${amount === 1 ? one : many}`;
}

function describeReview({ dialect, findings, undecided, syntaxErrorLine }: StatusParams): string {
  const parts = [dialect, findings === 0 ? "reviewed, no findings" : count(findings, "finding", "findings")];
  if (undecided.length > 0) parts.push(`${count(undecided.length, "check", "checks")} undecided`);
  if (syntaxErrorLine !== undefined) parts.push(`syntax error at line ${syntaxErrorLine}, the rest is reviewed`);
  return parts.filter((part) => part !== undefined).join(" · ");
}
