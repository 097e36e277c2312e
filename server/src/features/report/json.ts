import type { Entry, Report } from "./report.ts";

/**
 * The report as JSON, stable from version 1 on: lines and characters count from 0, characters in UTF-16 units. Programs
 * read it, so nothing is added or renamed without another version.
 */
export function jsonReport({ files, findings, problems, crashes }: Report): string {
  return `${JSON.stringify({ version: 1, files, findings: findings.map(findingOf), problems, crashes }, undefined, 2)}\n`;
}

function findingOf({ rule, pillars, severity, confidence, message, subject, fingerprint, file, range, related, fixes }: Entry): object {
  return {
    rule,
    pillar: pillars[0],
    pillars,
    severity,
    confidence,
    message,
    subject,
    fingerprint,
    file,
    range,
    related,
    fixes: fixes.map(({ title, safety }) => ({ title, safety })),
  };
}
