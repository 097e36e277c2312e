import { passed } from "./date.ts";
import type { Decision } from "./project-file.ts";
import type { Reported } from "./reported.ts";

/** Whether a decision of the project file accepts a finding. `file` is the template's path relative to the project file. */
export function accepts(decision: Decision, finding: Reported, { file, today }: { readonly file: string; readonly today: string }): boolean {
  if (decision.rule !== finding.rule.id || passed(decision.until, today)) return false;
  if (decision.file !== undefined && plain(decision.file) !== file) return false;
  if (decision.fingerprint !== undefined && decision.fingerprint !== finding.fingerprint) return false;
  return decision.subject === undefined || finding.subject === decision.subject || finding.subject.startsWith(`${decision.subject}/`);
}

const plain = (path: string): string => path.replaceAll("\\", "/").replace(/^\.\//, "");
