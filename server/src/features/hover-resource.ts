import { type Span, shifted } from "../base/span.ts";
import { resourcesOf } from "../engine/resources.ts";
import { literalText } from "../model/expression.ts";
import type { Part } from "../model/part.ts";
import { walk } from "../model/template.ts";
import { PILLARS, type PillarId } from "../pillars/pillars.ts";
import { functionResponsibility, type Responsibility, responsibility } from "../pillars/responsibility.ts";
import type { Rule } from "../rules/define.ts";
import { entryOf } from "../syntax/node.ts";
import type { Markup } from "./markup.ts";
import { type Shown, shown, showsRule } from "./shown.ts";
import type { View } from "./view.ts";
import { pillarLink } from "./words.ts";

/** Findings of one resource beyond these are counted. */
const FINDINGS_LISTED = 5;

/** What is said about the resource whose name or type stands at an offset; undefined anywhere else. */
export function resourceHover(view: View, offset: number, markup: Markup): { readonly text: string; readonly span: Span } | undefined {
  const { tree, template } = view.review;
  for (const { id, key, value, start } of tree ? resourcesOf(tree) : []) {
    const type = value?.kind === "map" ? entryOf(value, "Type")?.value : undefined;
    const span = [key, ...(type ? [shifted(type.span, start)] : [])].find((each) => each.start <= offset && offset <= each.end);
    const part = span && template?.parts.get(id);
    if (span && part) return { text: described(view, part, markup), span };
  }
  return undefined;
}

function described(view: View, part: Part, markup: Markup): string {
  const pillars = pillarsInPlay(view, part).map((id) => pillarLink(id, view.client, markup));
  const split = splitOf(part);
  return markup.lines([
    `${markup.bold(part.id)} · ${markup.code(part.type)}`,
    ...(pillars.length === 0 ? [] : [`${markup.bold("Pillars in play")} ${pillars.join(", ")}`]),
    ...(split ? [`${markup.bold("AWS does")} ${markup.text(split.aws)}`, `${markup.bold("You do")} ${markup.text(split.customer)}`] : []),
    ...openFindings(view, part, markup),
  ]);
}

/** The pillars of the rules that look at this kind of resource, in the framework's order. */
function pillarsInPlay({ rules, settings }: View, { kind }: Part): readonly PillarId[] {
  const looking = rules.filter((rule) => showsRule(rule, settings) && kindsOf(rule).includes(kind));
  return PILLARS.map(({ id }) => id).filter((id) => looking.some(({ pillars }) => pillars.includes(id)));
}

const kindsOf = ({ on }: Rule): readonly string[] => (typeof on === "string" ? [on] : on);

function splitOf(part: Part): Responsibility | undefined {
  if (part.kind !== "function") return responsibility(part.kind);
  return functionResponsibility({ image: textAt(part, "packageType") === "Image", runtime: textAt(part, "runtime"), updateMode: undefined });
}

function textAt({ body, binding }: Part, property: string): string | undefined {
  const steps = binding.properties[property];
  return steps ? literalText(walk(body, steps)) : undefined;
}

function openFindings({ review, settings }: View, { id }: Part, markup: Markup): readonly string[] {
  const own = shown(review, settings).filter(({ finding: { subjects } }) => subjects.some((subject) => subject === id || subject.startsWith(`${id}/`)));
  if (own.length === 0) return [markup.text("No open findings.")];
  const listed = own.slice(0, FINDINGS_LISTED).map((each) => line(each, markup));
  return own.length > listed.length ? [...listed, markup.text(`${own.length - listed.length} more findings.`)] : listed;
}

function line({ finding: { rule, message }, severity }: Shown, markup: Markup): string {
  return `${markup.bold(severity)} ${markup.code(rule.id)} ${markup.text(message)}`;
}
