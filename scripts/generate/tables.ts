/** The rules as tables of Markdown, one for each pillar that people see as the tag of a finding. */
import { PILLARS, pillar } from "../../server/src/pillars/pillars.ts";
import type { Rule } from "../../server/src/rules/define.ts";
import { reviewOf, unmarked } from "./example.ts";
import { compareText } from "./root.ts";

/** A heading and a table a pillar, in the framework's order; a pillar without a rule is left out. `folder` holds the pages, with a slash at its end. */
export function ruleTables(rules: readonly Rule[], folder: string, heading: "##" | "###"): string {
  return PILLARS.flatMap(({ id, name }) => {
    const own = rules.filter((rule) => rule.pillars[0] === id).sort((a, b) => compareText(a.id, b.id));
    return own.length === 0 ? [] : [`${heading} ${name}\n\n${table(own, folder)}`];
  }).join("\n\n");
}

function table(rules: readonly Rule[], folder: string): string {
  const rows = rules.map(
    (rule) => `| [\`${rule.id}\`](${folder}${rule.id}.md) | ${cell(rule.summary)} | ${levelOf(rule)} | ${fixOf(rule)} | ${alsoOf(rule)} |`,
  );
  return ["| rule | what it finds | level | repair | also helps |", "| --- | --- | --- | --- | --- |", ...rows].join("\n");
}

function levelOf(rule: Rule): string {
  return rule.default === "off" ? `${rule.severity}, off` : rule.severity;
}

/** What the first fix is, as the examples show it. */
function fixOf(rule: Rule): string {
  const fixes = rule.examples.flatMap(({ bad, today }) => {
    const { findings, inCode } = reviewOf(unmarked(bad).files, [rule], today);
    return [...findings, ...inCode].flatMap(({ fixes: [first] }) => first ?? []);
  });
  return fixes[0]?.safety ?? "by hand";
}

function alsoOf(rule: Rule): string {
  return rule.pillars
    .slice(1)
    .map((id) => pillar(id).short)
    .join(", ");
}

const cell = (text: string): string => text.replaceAll("|", "\\|");
