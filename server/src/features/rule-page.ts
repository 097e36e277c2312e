import { DIALECT_NAMES } from "../dialects/read.ts";
import { lensQuestion } from "../pillars/lens.ts";
import { PILLARS } from "../pillars/pillars.ts";
import { practice } from "../pillars/practices.ts";
import type { Example, Rule } from "../rules/define.ts";
import { listed, type PageLink, pillarLink, section, sections } from "./page.ts";

/** The page of a rule, in Markdown: everything that the rule says about itself. */
export function rulePage(rule: Rule, link?: PageLink): string {
  return sections([
    `# ${rule.id}`,
    `${rule.summary}.`,
    facts(rule, link),
    section("Why", rule.why.trim()),
    section("Helps and costs", effects(rule, link)),
    section("Ask first", rule.ask),
    section("Whose job", rule.whoseJob),
    section("Practices", practices(rule)),
    section("Examples", rule.examples.map(example).join("\n\n")),
    section("Allow it", allowing(rule)),
    section("References", listed(rule.references.map((url) => `<${url}>`))),
  ]);
}

function facts(rule: Rule, link: PageLink | undefined): string {
  const rows = [
    ["Pillars", rule.pillars.map((id) => pillarLink(id, link)).join(", ")],
    ["Severity", rule.severity],
    ["Confidence", rule.confidence],
    ["By default", rule.default],
    ["Looks at", (typeof rule.on === "string" ? [rule.on] : rule.on).map(inWords).join(", ")],
  ];
  return ["| | |", "| --- | --- |", ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join("\n");
}

/** `stateMachine` → `state machine`. */
const inWords = (kind: string): string => kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function effects(rule: Rule, link: PageLink | undefined): string {
  const helps = `Helps ${rule.pillars.map((id) => pillarLink(id, link)).join(", ")}.`;
  const costs = PILLARS.flatMap(({ id }) => {
    const cost = rule.tradeoffs[id];
    return cost === undefined ? [] : [`May cost ${pillarLink(id, link)}: ${cost}`];
  });
  return listed([helps, ...costs]);
}

function practices(rule: Rule): string {
  const cited = rule.practices.map(practice).map(({ id, title, url, edition }) => `[${id} ${title}](${url}) (edition ${edition})`);
  const questions = (rule.lens ?? []).map(lensQuestion).map(({ id, title, url }) => `[Serverless Lens ${id}](${url}): ${title}`);
  return listed([...cited, ...questions]);
}

function example({ dialect, bad, good, today }: Example): string {
  const where = `${DIALECT_NAMES[dialect]}${today === undefined ? "" : `, on ${today}`}`;
  return [`Found (${where}):`, ...files(bad), "Repaired:", ...files(good)].join("\n\n");
}

/** Code blocks, one a file; the marks of what is reported are for tests. */
function files(text: Example["bad"]): readonly string[] {
  if (typeof text === "string") return [codeOf(text)];
  return Object.entries(text).map(([name, content]) => `\`${name}\`\n\n${codeOf(content, name)}`);
}

function codeOf(content: string, name = "template.yaml"): string {
  const ending = name.slice(name.lastIndexOf(".") + 1);
  const language = /^ya?ml$/.test(ending) ? (content.trimStart().startsWith("{") ? "json" : "yaml") : ending;
  return block(content.replace(/[⟦⟧]/g, "").replace(/^\n+|\s+$/g, ""), language);
}

function block(content: string, language: string): string {
  const fence = content.includes("```") ? "~~~~" : "```";
  return `${fence}${language}\n${content}\n${fence}`;
}

function allowing({ id }: Rule): string {
  const allow = { rule: id, reason: "why it is right here", until: "2027-06-30" };
  return [
    "Where it is right as it is, say so with a reason and, if you like, an end date: on the line, above it, or above the resource.",
    block(`# pillar-hints: allow ${id} until ${allow.until} -- ${allow.reason}`, "yaml"),
    "`allow-file` covers the whole file. JSON has no comments: there it stands in the resource.",
    block(JSON.stringify({ Metadata: { PillarHints: { allow: [allow] } } }, null, 2), "json"),
    `To switch it off for all templates, write \`"rules": { "${id}": "off" }\` into \`pillar-hints.json\`.`,
  ].join("\n\n");
}
