import { DEFAULT_PROFILE, type Profile } from "../model/profile.ts";
import { isPillarId, PILLARS, type PillarId } from "../pillars/pillars.ts";
import type { Severity } from "../rules/define.ts";
import type { Node } from "../syntax/node.ts";
import { isDate, passed } from "./date.ts";
import { entriesOf, fieldsOf, isCount, isFlag, isText, itemsOf, type Report, scalarOf } from "./fields.ts";
import type { Decision, Known } from "./project-file.ts";

export const RULE_LEVELS: readonly ("off" | Severity)[] = ["off", "error", "warning", "information", "hint"];

export function readRules(node: Node | undefined, known: Known, report: Report): Readonly<Record<string, "off" | Severity>> {
  const rules: [string, "off" | Severity][] = [];
  for (const { key, value, span } of entriesOf(node, "rules", report)) {
    const id = String(key.value);
    if (known.rules && !known.rules.has(id)) report(`There is no rule "${id}".`, key.span);
    const level = scalarOf(value, isLevel, `A rule is ${RULE_LEVELS.join(", ")}`, report);
    if (level) rules.push([id, level]);
    else if (!value) report(`"${id}" has no value.`, span);
  }
  return Object.fromEntries(rules);
}

export function readPillars(node: Node | undefined, report: Report): Readonly<Partial<Record<PillarId, boolean>>> {
  const pillars: [PillarId, boolean][] = [];
  for (const { key, value } of entriesOf(node, "pillars", report)) {
    const id = String(key.value);
    const shown = scalarOf(value, isFlag, "A pillar is true or false", report);
    if (!isPillarId(id)) report(`There is no pillar "${id}": there are ${PILLARS.map((pillar) => pillar.id).join(", ")}.`, key.span);
    else if (shown !== undefined) pillars.push([id, shown]);
  }
  return Object.fromEntries(pillars);
}

export function readTexts(node: Node | undefined, name: string, report: Report): readonly string[] | undefined {
  return itemsOf(node, name, report)?.flatMap((item) => scalarOf(item, isText, `${name} holds texts`, report) ?? []);
}

export function readProfile(node: Node | undefined, report: Report): Profile {
  const fields = fieldsOf(node, "profile", report);
  const flag = (key: "logsElsewhere" | "sustainabilityGoal") => scalarOf(fields.take(key), isFlag, `${key} is true or false`, report) ?? DEFAULT_PROFILE[key];
  const profile: Profile = {
    developmentStages: readTexts(fields.take("developmentStages"), "developmentStages", report) ?? DEFAULT_PROFILE.developmentStages,
    logRetentionInDays:
      scalarOf(fields.take("logRetentionInDays"), isCount, "logRetentionInDays is a number of days", report) ?? DEFAULT_PROFILE.logRetentionInDays,
    logsElsewhere: flag("logsElsewhere"),
    sustainabilityGoal: flag("sustainabilityGoal"),
  };
  fields.rest();
  return profile;
}

export function readDecisions(node: Node | undefined, known: Known, report: Report): readonly Decision[] {
  return itemsOf(node, "decisions", report)?.flatMap((item) => readDecision(item, known, report) ?? []) ?? [];
}

function readDecision(node: Node, known: Known, report: Report): Decision | undefined {
  const fields = fieldsOf(node, "A decision", report);
  if (node.kind !== "map") return undefined;
  const text = (key: string) => scalarOf(fields.take(key), isText, `${key} is a text`, report);
  const ruleNode = fields.take("rule");
  const rule = scalarOf(ruleNode, isText, "rule is a text", report);
  const optional = { fingerprint: text("fingerprint"), subject: text("subject"), file: text("file"), owner: text("owner") };
  const reason = text("reason")?.trim();
  const untilNode = fields.take("until");
  const until = scalarOf(untilNode, isDate, "until is a day, YYYY-MM-DD", report);
  fields.rest();
  if (rule === undefined) report("A decision names its rule.", node.span);
  else if (known.rules && !known.rules.has(rule)) report(`There is no rule "${rule}".`, ruleNode?.span ?? node.span);
  if (!reason) report("A decision says why: give it a reason.", node.span);
  const named = optional.fingerprint ?? optional.subject ?? optional.file;
  if (named === undefined) report("A decision names a fingerprint, a subject or a file; a whole rule is switched off under rules.", node.span);
  if (untilNode && until && known.today && passed(until, known.today)) report(`This decision ended on ${until}.`, untilNode.span);
  // A date that can't be read must not keep a finding away for good.
  if (rule === undefined || named === undefined || (untilNode && until === undefined)) return undefined;
  return { rule, reason: reason ?? "", ...given(optional), ...(until === undefined ? {} : { until }) };
}

function given<T extends Readonly<Record<string, string | undefined>>>(of: T): { readonly [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as { readonly [K in keyof T]?: string };
}

const isLevel = (value: unknown): value is "off" | Severity => (RULE_LEVELS as readonly unknown[]).includes(value);
