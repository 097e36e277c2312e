import { LENS } from "../pillars/lens.ts";
import { PILLARS, type PillarId, pillar } from "../pillars/pillars.ts";
import { SETTINGS, type Setting, tension } from "../pillars/tensions.ts";
import type { Rule } from "../rules/define.ts";
import { listed, type PageLink, pillarLink, ruleLink, section, sections } from "./page.ts";

/** The page of a pillar, in Markdown: what it asks for, what pulls on it, and the rules that speak for it. */
export function pillarPage(id: PillarId, rules: readonly Rule[], link?: PageLink): string {
  const { name, summary, principles, questions, url } = pillar(id);
  return sections([
    `# ${name}`,
    summary,
    `[AWS's own guide to this pillar](${url})`,
    section("Principles", listed(principles)),
    section("Questions that templates answer", listed(questions.templates)),
    section("Questions that only people can answer", listed(questions.people)),
    section("The Serverless Lens asks", listed(lensOf(id))),
    section("What helping it can cost", listed(costs(id, link))),
    section("What it can pay for the others", listed(prices(id, link))),
    section("Settings that move it", settings(id)),
    section("Rules", listed(rulesOf(id, rules, link))),
  ]);
}

function lensOf(id: PillarId): readonly string[] {
  return LENS.filter(({ pillar: of }) => of === id).map((question) => `[${question.id}](${question.url}): ${question.title}`);
}

function costs(id: PillarId, link: PageLink | undefined): readonly string[] {
  return PILLARS.flatMap((other) => {
    const found = tension(id, other.id);
    return found ? [`${pillarLink(other.id, link)}: ${found.through}.`] : [];
  });
}

function prices(id: PillarId, link: PageLink | undefined): readonly string[] {
  return PILLARS.flatMap((other) => {
    const found = tension(other.id, id);
    return found ? [`for ${pillarLink(other.id, link)}: ${found.through}.`] : [];
  });
}

function settings(id: PillarId): string {
  const moving = SETTINGS.filter(({ effects }) => effects[id] !== "0");
  const rows = moving.map((setting) => `| ${setting.change} | ${setting.effects[id]} | ${others(setting, id)} | ${setting.question} |`);
  return rows.length === 0 ? "" : ["| Change | Here | Elsewhere | Ask |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

function others({ effects }: Setting, id: PillarId): string {
  const moved = PILLARS.filter((other) => other.id !== id && effects[other.id] !== "0");
  return moved.map((other) => `${other.short} ${effects[other.id]}`).join(", ");
}

/** Those tagged with the pillar first, then those that help it too. */
function rulesOf(id: PillarId, rules: readonly Rule[], link: PageLink | undefined): readonly string[] {
  const tagged = rules.filter(({ pillars }) => pillars[0] === id);
  const helping = rules.filter(({ pillars }) => pillars.indexOf(id) > 0);
  return [...tagged, ...helping].map((rule) => `${ruleLink(rule.id, link)}: ${rule.summary}`);
}
