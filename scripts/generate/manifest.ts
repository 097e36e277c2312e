/** The parts of `package.json` that follow from the rules. */
import type { Rule } from "../../server/src/rules/define.ts";
import { compareText } from "./root.ts";

type Json = { [key: string]: Json } & { readonly [key: string]: unknown };

const LEVELS = ["off", "error", "warning", "information", "hint"];

/** Names every rule in the setting `pillarHints.rules`, so that the settings editor completes and explains them. @throws Error where the setting is missing. */
export function withRuleSettings(manifest: string, rules: readonly Rule[]): string {
  const content = JSON.parse(manifest) as { readonly contributes: { readonly configuration: readonly { readonly properties: Json }[] } };
  const setting = content.contributes.configuration.map(({ properties }) => properties["pillarHints.rules"]).find((found) => found !== undefined);
  if (!setting) throw new Error("package.json has no setting pillarHints.rules.");
  Object.assign(setting, {
    properties: Object.fromEntries(byId(rules).map((rule) => [rule.id, { type: "string", enum: LEVELS, description: `${rule.summary}.` }])),
  });
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

const byId = (rules: readonly Rule[]): readonly Rule[] => [...rules].sort((a, b) => compareText(a.id, b.id));
