import type { Review } from "../engine/reported.ts";
import type { Client } from "./client.ts";
import { statusOf } from "./status.ts";
import type { View } from "./view.ts";

/** What a bug report needs: numbers and names of ours, nothing of the text of any file and no file names. */
export function debugReport(client: Client, views: readonly View[], facts: Readonly<Record<string, string | number>>): string {
  return `${[
    "## Server",
    ...Object.entries(facts).map(([name, value]) => `- ${name}: ${value}`),
    `- client can: ${abilities(client)}`,
    ...views.flatMap((view, index) => document(view, index + 1)),
  ].join("\n")}\n`;
}

function abilities(client: Client): string {
  const names = Object.entries(client).flatMap(([name, value]) => (value === false || value === undefined ? [] : [name]));
  return names.length === 0 ? "nothing optional" : names.join(", ");
}

function document(view: View, number: number): readonly string[] {
  const { review, settings } = view;
  const { state, dialect, findings, syntaxErrorLine } = statusOf(view);
  return [
    `\n## Document ${number}`,
    `- ${[dialect, state, `${findings} findings shown`].filter((part) => part !== undefined).join(", ")}`,
    `- ${sizeOf(review)}, read anew ${review.sectionsRead} sections, ran ${review.checksRun} checks`,
    ...(syntaxErrorLine === undefined ? [] : [`- syntax error at line ${syntaxErrorLine}`]),
    `- settings: ${JSON.stringify(settings)}`,
    `- findings: ${counted(review.findings.map(({ rule }) => rule.id))}`,
    `- allowed: ${counted(review.allowed.map(({ rule }) => rule.id))}`,
    `- undecided: ${counted(review.undecided.map(({ rule }) => rule))}`,
    `- notices: ${counted(review.notices.map(({ code }) => code))}`,
    `- crashed: ${counted(review.crashes.map(({ rule }) => rule))}`,
    `- files missed: ${review.wanted.length}`,
  ];
}

function sizeOf({ tree, template }: Review): string {
  return `${tree?.format ?? "no"} text of ${tree?.text.length ?? 0} characters, ${template?.parts.size ?? 0} parts`;
}

/** `wildcard-action 2, log-group-undeclared 1`; `none` for nothing. */
function counted(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts.size === 0 ? "none" : [...counts].map(([name, count]) => `${name} ${count}`).join(", ");
}
