import { lensQuestion } from "../pillars/lens.ts";
import { PILLARS, type PillarId, pillar } from "../pillars/pillars.ts";
import { practice } from "../pillars/practices.ts";
import type { Rule } from "../rules/define.ts";
import type { Client } from "./client.ts";
import { commandLink, type Markup } from "./markup.ts";

/**
 * Where a pillar's name leads: to our page of it, or to AWS's own guide where the client has no pages. A command opens
 * the page where there is one: VS Code drops addresses of its own scheme from hovers.
 */
export function pillarLink(id: PillarId, client: Client, markup: Markup, text = markup.text(pillar(id).name)): string {
  if (client.commands) return markup.link(text, commandLink(client.commands.explain, `pillars/${id}`));
  return markup.link(text, client.pages === undefined ? pillar(id).url : `${client.pages}pillars/${id}`);
}

/** What the fix of a rule costs, per pillar in the framework's order: `Sustainability: it stays on.` In its first sentences alone where `most` says how many. */
export function costsOf(rule: Rule, markup: Markup, most = Number.POSITIVE_INFINITY): readonly string[] {
  return PILLARS.flatMap(({ id, name }) => {
    const cost = rule.tradeoffs[id];
    return cost === undefined ? [] : [`${markup.text(name)}: ${markup.prose(firstSentences(cost, most))}`];
  });
}

/** The practices and questions of AWS that a rule stands for, by the ids and titles that people search for. */
export function practicesOf(rule: Rule, markup: Markup): readonly string[] {
  const practices = rule.practices.map(practice).map(({ id, title, url }) => markup.link(markup.text(`${id} ${title}`), url));
  const questions = (rule.lens ?? []).map(lensQuestion).map(({ id, url }) => markup.link(markup.text(`Serverless Lens ${id}`), url));
  return [...practices, ...questions];
}

/** The first sentences of a Markdown paragraph. */
export function firstSentences(markdown: string, most: number): string {
  return markdown
    .trim()
    .split(/(?<=[.!?])\s+(?=[A-Z`*"])/)
    .slice(0, most)
    .join(" ");
}
