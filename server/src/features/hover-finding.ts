import type { Reported } from "../engine/reported.ts";
import { pillar } from "../pillars/pillars.ts";
import { firstWritable } from "./fixes.ts";
import { commandLink, type Markup } from "./markup.ts";
import type { Shown } from "./shown.ts";
import type { View } from "./view.ts";
import { costsOf, firstSentences, pillarLink, practicesOf } from "./words.ts";

const SENTENCES_OF_WHY = 2;
const PRACTICES = 3;

/** What a hover says about one finding: at most ten lines, starting with its pillar. */
export function findingHover(view: View, { finding, severity }: Shown, markup: Markup): string {
  const { rule, message, name } = finding;
  const practices = practicesOf(rule, markup);
  return markup.lines([
    [...pillars(view, finding, markup), markup.code(rule.id), severity].join(" · "),
    withBold(message, name, markup),
    `${markup.bold("Why")} ${markup.prose(firstSentences(rule.why, SENTENCES_OF_WHY))}`,
    effects(finding, markup),
    ...(rule.ask === undefined ? [] : [`${markup.bold("Ask")} ${markup.prose(rule.ask)}`]),
    ...(rule.whoseJob === undefined ? [] : [`${markup.bold("Whose job")} ${markup.prose(rule.whoseJob)}`]),
    ...(practices.length === 0 ? [] : [practices.slice(0, PRACTICES).join(" · ")]),
    ...links(view, finding, markup),
  ]);
}

function pillars({ client }: View, { rule }: Reported, markup: Markup): readonly string[] {
  const [first, ...others] = rule.pillars;
  const tag = pillarLink(first, client, markup, markup.bold(pillar(first).name));
  return others.length === 0 ? [tag] : [tag, `also ${others.map((id) => pillarLink(id, client, markup, markup.text(pillar(id).short))).join(", ")}`];
}

function effects({ rule }: Reported, markup: Markup): string {
  const helps = `${markup.bold("Helps")} ${rule.pillars.map((id) => markup.text(pillar(id).short)).join(", ")}`;
  const costs = costsOf(rule, markup);
  return costs.length === 0 ? helps : `${helps} · ${markup.bold("Costs")} ${costs.join(" ")}`;
}

/** The message as it is, the subject's name in bold where it first stands. */
function withBold(message: string, name: string, markup: Markup): string {
  const found = new RegExp(`(?<!\\w)${name.replace(/[^\w]/g, "\\$&")}(?!\\w)`).exec(message);
  if (!found || name === "") return markup.text(message);
  const [before, after] = [message.slice(0, found.index), message.slice(found.index + name.length)];
  // The text is trimmed when it is written, so the blanks around the name are put back.
  return `${markup.text(before)}${/\s$/.test(before) ? " " : ""}${markup.bold(name)}${/^\s/.test(after) ? " " : ""}${markup.text(after)}`;
}

/** What can be done about it; nothing where neither commands nor pages are there to link to. */
function links(view: View, finding: Reported, markup: Markup): readonly string[] {
  const { commands, pages } = view.client;
  const { rule, fingerprint } = finding;
  if (!view.client.markdown) return [];
  const page = `rules/${rule.id}`;
  if (!commands) return pages === undefined ? [] : [markup.link("Explain", pages + page)];
  const { uri } = view.review;
  const first = firstWritable(view.review, finding);
  const fix = first ? [markup.link(markup.text(first.fix.title), commandLink(commands.fix, uri, rule.id, fingerprint, first.index))] : [];
  const allow = markup.link("Allow with a reason", commandLink(commands.allow, uri, rule.id, fingerprint));
  return [[...fix, allow, markup.link("Explain", commandLink(commands.explain, page))].join(" · ")];
}
