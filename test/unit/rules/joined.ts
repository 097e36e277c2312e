import { deepStrictEqual } from "node:assert";
import { reviewOf, TEMPLATE } from "../../../scripts/generate/example.ts";
import { RULES } from "../../../server/src/rules/index.ts";

/** A project: path → text. The template is `template.yaml`. */
export type Project = Readonly<Record<string, string>>;

/** What a rule finds in a project, in template and code, each as `severity: message`. Grammars must be loaded. */
export function check(id: string, project: Project, expected: readonly string[]): void {
  const { findings, inCode, state, crashes, tree } = reviewOf(
    new Map(Object.entries(project)),
    RULES.filter((rule) => rule.id === id),
  );
  deepStrictEqual({ state, crashes, problems: tree?.problems }, { state: "reviewed", crashes: [], problems: [] }, project[TEMPLATE]);
  deepStrictEqual(
    [...findings, ...inCode].map(({ severity, message }) => `${severity}: ${message}`),
    expected,
  );
}
