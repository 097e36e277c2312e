import { practice } from "../../pillars/practices.ts";
import type { Confidence, Rule, Severity } from "../../rules/define.ts";
import { MARKDOWN, type Markup, PLAIN } from "../markup.ts";
import { costsOf } from "../words.ts";

export const LEVELS: Readonly<Record<Severity, "error" | "warning" | "note">> = { error: "error", warning: "warning", information: "note", hint: "note" };

/** What SARIF says of a rule: its help stands in the report itself, so that it can be read without us. */
export function sarifRule(id: string, rule: Rule | undefined): object {
  if (!rule) return { id, shortDescription: { text: NOTICE }, defaultConfiguration: { level: "warning" } };
  return {
    id,
    shortDescription: { text: `${rule.summary}.` },
    fullDescription: { text: PLAIN.prose(rule.why) },
    help: { text: helpOf(rule, PLAIN), markdown: helpOf(rule, MARKDOWN) },
    ...(rule.references[0] === undefined ? {} : { helpUri: rule.references[0] }),
    defaultConfiguration: { enabled: rule.default === "on", level: LEVELS[rule.severity] },
    properties: { tags: [...rule.pillars, ...rule.practices.map((cited) => practice(cited).id)], precision: PRECISION[rule.confidence] },
  };
}

const NOTICE = "Something is wrong with an allow or with pillar-hints.json.";

/** The words by which code scanning services sort rules. */
const PRECISION: Readonly<Record<Confidence, string>> = { high: "very-high", medium: "high", low: "medium" };

function helpOf(rule: Rule, markup: Markup): string {
  const costs = costsOf(rule, markup);
  return [
    markup.prose(rule.why),
    ...(costs.length > 0 ? [`${markup.bold("Costs")} ${costs.join(" ")}`] : []),
    ...(rule.ask === undefined ? [] : [`${markup.bold("Ask")} ${markup.prose(rule.ask)}`]),
    ...(rule.whoseJob === undefined ? [] : [`${markup.bold("Whose job")} ${markup.prose(rule.whoseJob)}`]),
    ...rule.references,
  ].join("\n\n");
}
