import { type PillarId, pillar } from "../pillars/pillars.ts";

/** Where a link from one page to another leads; `page` is `rules/<id>` or `pillars/<id>`. */
export type PageLink = (page: string) => string;

/** The name of a pillar, linked to its page; where there are no pages, to AWS's own guide. */
export function pillarLink(id: PillarId, link: PageLink | undefined): string {
  const { name, url } = pillar(id);
  return `[${name}](${link ? link(`pillars/${id}`) : url})`;
}

/** The id of a rule, linked to its page where there are pages. */
export const ruleLink = (id: string, link: PageLink | undefined): string => (link ? `[\`${id}\`](${link(`rules/${id}`)})` : `\`${id}\``);

/** A whole page from its parts; empty parts are left out. */
export const sections = (parts: readonly string[]): string => `${parts.filter((part) => part !== "").join("\n\n")}\n`;

/** A part with a title; nothing where there is nothing to say. */
export const section = (title: string, body: string | undefined): string => (body === undefined || body === "" ? "" : `## ${title}\n\n${body.trim()}`);

export const listed = (items: readonly string[]): string => items.map((item) => `- ${item}`).join("\n");
