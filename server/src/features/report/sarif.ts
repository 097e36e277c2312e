import type { Range } from "../../base/span.ts";
import type { Rule } from "../../rules/define.ts";
import type { Entry, FixEntry, RelatedEntry, Report } from "./report.ts";
import { LEVELS, sarifRule } from "./sarif-rules.ts";

/** Who made the report. */
export interface Producer {
  readonly version: string;
  readonly rules: readonly Rule[];
}

/** The report as SARIF 2.1.0, which code scanning services read. Lines and columns count from 1, columns in UTF-16 units. */
export function sarifReport(report: Report, { version, rules: all }: Producer): string {
  const ids = [...new Set(report.findings.map(({ rule }) => rule))].sort();
  const rules = ids.map((id) =>
    sarifRule(
      id,
      all.find((rule) => rule.id === id),
    ),
  );
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Pillar Hints", version, semanticVersion: version, rules } },
        columnKind: "utf16CodeUnits",
        results: report.findings.map((entry) => resultOf(entry, ids.indexOf(entry.rule))),
        invocations: [invocationOf(report)],
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function resultOf(entry: Entry, ruleIndex: number): object {
  const { rule, severity, confidence, message, subject, fingerprint, file, range, related, pillars } = entry;
  const fixes = entry.fixes.filter(({ replacements }) => replacements !== undefined && replacements.length > 0);
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: physical(file, range),
        ...(subject ? { logicalLocations: [{ name: subject, kind: "resource" }] } : {}),
      },
    ],
    ...(related.length > 0 ? { relatedLocations: related.map(relatedLocation) } : {}),
    ...(fixes.length > 0 ? { fixes: fixes.map((fix) => fixOf(fix, file)) } : {}),
    partialFingerprints: { "pillarHints/v1": fingerprint },
    properties: { pillars, severity, confidence },
  };
}

function relatedLocation({ message, file, range }: RelatedEntry, index: number): object {
  return { id: index + 1, message: { text: message }, physicalLocation: physical(file, range) };
}

function fixOf({ title, safety, replacements }: FixEntry, file: string): object {
  const changes = (replacements ?? []).map(({ range, text }) => ({ deletedRegion: region(range), insertedContent: { text } }));
  return { description: { text: title }, artifactChanges: [{ artifactLocation: artifact(file), replacements: changes }], properties: { safety } };
}

function invocationOf({ problems, crashes }: Report): object {
  const about = (file: string, text: string, level: string) => ({
    level,
    message: { text },
    locations: [{ physicalLocation: { artifactLocation: artifact(file) } }],
  });
  return {
    executionSuccessful: crashes.length === 0,
    toolExecutionNotifications: [
      ...problems.map(({ file, message }) => about(file, message, "warning")),
      ...crashes.map(({ file, rule, message }) => about(file, `The rule ${rule} failed: ${message}`, "error")),
    ],
  };
}

const physical = (file: string, range: Range): object => ({ artifactLocation: artifact(file), region: region(range) });

/** An address relative to the root of the sources, where the run started; escaped, as it must be one. */
const artifact = (file: string): object => ({ uri: file.split("/").map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" });

function region({ start, end }: Range): object {
  return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}
