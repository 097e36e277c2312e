import { isPillarId } from "../pillars/pillars.ts";
import type { Rule } from "../rules/define.ts";
import type { PageLink } from "./page.ts";
import { pillarPage } from "./pillar-page.ts";
import { rulePage } from "./rule-page.ts";

export { pillarPage, rulePage };

/** The Markdown of a page, `rules/<id>` or `pillars/<id>`; undefined where there is no such page. */
export function pageOf(page: string, rules: readonly Rule[], link?: PageLink): string | undefined {
  const [folder, id, ...rest] = page.split("/");
  if (id === undefined || rest.length > 0) return undefined;
  const rule = folder === "rules" ? rules.find((each) => each.id === id) : undefined;
  if (rule) return rulePage(rule, link);
  return folder === "pillars" && isPillarId(id) ? pillarPage(id, rules, link) : undefined;
}
