import type { Reported } from "../engine/reported.ts";
import { PILLARS, pillar } from "../pillars/pillars.ts";
import { firstWritable } from "./fixes.ts";
import { commandLink, type Markup, PLAIN } from "./markup.ts";
import type { Shown } from "./shown.ts";
import type { View } from "./view.ts";
import { costsOf, firstSentences, pillarLink, practicesOf } from "./words.ts";

/** Characters that an editor shows in one line of a hover, before it wraps. */
const WIDTH = 80;
const LONGEST_TITLE = 60;

/** How much a hover says. */
interface Detail {
  readonly sentencesOfWhy: number;
  readonly practices: number;
  readonly costs: "whole" | "first sentences" | "names";
  readonly whoseJob: boolean;
  readonly ask: boolean;
}

/** From all to least: what a reader can best look up on the page goes first. */
const DETAILS: readonly [Detail, ...Detail[]] = [
  { sentencesOfWhy: 2, practices: 3, costs: "whole", whoseJob: true, ask: true },
  { sentencesOfWhy: 2, practices: 1, costs: "whole", whoseJob: true, ask: true },
  { sentencesOfWhy: 1, practices: 1, costs: "whole", whoseJob: true, ask: true },
  { sentencesOfWhy: 1, practices: 1, costs: "first sentences", whoseJob: true, ask: true },
  { sentencesOfWhy: 1, practices: 1, costs: "first sentences", whoseJob: false, ask: true },
  { sentencesOfWhy: 1, practices: 1, costs: "first sentences", whoseJob: false, ask: false },
  { sentencesOfWhy: 1, practices: 1, costs: "names", whoseJob: false, ask: false },
];

/** What a hover says about one finding, starting with its pillar: as much as fits into so many lines as they are shown, if it can. */
export function findingHover(view: View, shown: Shown, markup: Markup, mostLines: number): string {
  const fitting = DETAILS.find((detail) => linesShown(linesOf(view, shown, PLAIN, detail)) <= mostLines) ?? DETAILS.at(-1) ?? DETAILS[0];
  return markup.lines(linesOf(view, shown, markup, fitting));
}

/** The least that is said about a finding below another one. */
export function briefHover(view: View, { finding, severity }: Shown, markup: Markup): string {
  return markup.lines([headOf(view, finding, severity, markup), withBold(finding.message, finding.name, markup), ...links(view, finding, markup)]);
}

const headOf = (view: View, finding: Reported, severity: Shown["severity"], markup: Markup): string =>
  [...pillars(view, finding, markup), markup.code(finding.rule.id), severity].join(" · ");

const linesShown = (lines: readonly string[]): number => lines.reduce((sum, { length }) => sum + Math.max(1, Math.ceil(length / WIDTH)), 0);

function linesOf(view: View, { finding, severity }: Shown, markup: Markup, detail: Detail): readonly string[] {
  const { rule, message, name } = finding;
  const practices = practicesOf(rule, markup);
  return [
    headOf(view, finding, severity, markup),
    withBold(message, name, markup),
    `${markup.bold("Why")} ${markup.prose(firstSentences(rule.why, detail.sentencesOfWhy))}`,
    effects(finding, markup, detail),
    ...(rule.ask === undefined || !detail.ask ? [] : [`${markup.bold("Ask")} ${markup.prose(rule.ask)}`]),
    ...(rule.whoseJob === undefined || !detail.whoseJob ? [] : [`${markup.bold("Whose job")} ${markup.prose(rule.whoseJob)}`]),
    ...(practices.length === 0 ? [] : [practices.slice(0, detail.practices).join(" · ")]),
    ...links(view, finding, markup),
  ];
}

function pillars({ client }: View, { rule }: Reported, markup: Markup): readonly string[] {
  const [first, ...others] = rule.pillars;
  const tag = pillarLink(first, client, markup, markup.bold(pillar(first).name));
  return others.length === 0 ? [tag] : [tag, `also ${others.map((id) => pillarLink(id, client, markup, markup.text(pillar(id).short))).join(", ")}`];
}

function effects({ rule }: Reported, markup: Markup, detail: Detail): string {
  const helps = `${markup.bold("Helps")} ${rule.pillars.map((id) => markup.text(pillar(id).short)).join(", ")}`;
  if (detail.costs === "names") return [helps, ...namesOfCosts(rule, markup)].join(" · ");
  const costs = costsOf(rule, markup, detail.costs === "whole" ? undefined : 1);
  return costs.length === 0 ? helps : `${helps} · ${markup.bold("Costs")} ${costs.join(" ")}`;
}

function namesOfCosts({ tradeoffs }: Reported["rule"], markup: Markup): readonly string[] {
  const names = PILLARS.filter(({ id }) => tradeoffs[id] !== undefined).map(({ short }) => markup.text(short));
  return names.length === 0 ? [] : [`${markup.bold("Costs")} ${names.join(", ")}`];
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
  const fix = first ? [markup.link(markup.text(shortened(first.fix.title)), commandLink(commands.fix, uri, rule.id, fingerprint, first.index))] : [];
  const allow = markup.link("Allow with a reason", commandLink(commands.allow, uri, rule.id, fingerprint));
  return [[...fix, allow, markup.link("Explain", commandLink(commands.explain, page))].join(" · ")];
}

/** A title that fits on a line: without what it says in brackets at its end, else cut behind a word. */
function shortened(title: string): string {
  const plain = title.length > LONGEST_TITLE ? title.replace(/ \([^()]*\)$/, "") : title;
  if (plain.length <= LONGEST_TITLE) return plain;
  const cut = plain.slice(0, LONGEST_TITLE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), LONGEST_TITLE / 2)).replace(/[,:;]$/, "")}…`;
}
