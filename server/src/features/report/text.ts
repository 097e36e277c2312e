import type { Severity } from "../../rules/define.ts";
import { SEVERITIES } from "../settings.ts";
import type { Entry, Report } from "./report.ts";

/** What was written before this report was made. */
export interface Repairs {
  readonly fixed: number;
  readonly files: number;
}

/** The report for people: a line a finding, as compilers print it, so that terminals and editors link the place. */
export function textReport(report: Report, repairs: Repairs | undefined): string {
  const lines = report.findings.map(lineOf);
  const problems = report.problems.map(({ file, message }) => `${file}: ${message}`);
  const crashes = report.crashes.map(({ file, rule, message }) => `${file}: the rule ${rule} failed: ${message}`);
  const blocks = [lines, problems, crashes, [...(repairs ? [repaired(repairs)] : []), ...summary(report)]];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join("\n"))
    .join("\n\n")}\n`;
}

function lineOf({ file, range, severity, message, rule, pillars, fixes }: Entry): string {
  const fix = fixes[0] ? ` · ${fixes[0].safety} fix: ${fixes[0].title}` : "";
  return `${file}:${range.start.line + 1}:${range.start.character + 1}: ${severity}: ${message} [${pillars[0]}/${rule}]${fix}`;
}

function summary({ files, findings }: Report): readonly string[] {
  const templates = counted(files, "template");
  if (findings.length === 0) return [`${templates} reviewed, no findings.`];
  const bySeverity = SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count > 0 ? [counted(count, NOUNS[severity])] : [];
  });
  const safe = findings.filter(({ fixes }) => fixes.some(({ safety }) => safety === "safe")).length;
  const hint = safe > 0 ? [`${counted(safe, "finding")} can be repaired by --fix safe.`] : [];
  return [`${templates} reviewed, ${counted(findings.length, "finding")}: ${bySeverity.join(", ")}.`, ...hint];
}

const repaired = ({ fixed, files }: Repairs): string => `${counted(fixed, "finding")} repaired in ${counted(files, "file")}.`;

const NOUNS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", information: "information line", hint: "hint" };

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;
