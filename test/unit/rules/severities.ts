import { deepStrictEqual } from "node:assert";
import { reviewOf, TEMPLATE } from "../../../scripts/generate/example.ts";
import { RULES } from "../../../server/src/rules/index.ts";

/** The severities of what a rule finds in a template. */
export function check(id: string, text: string, expected: readonly string[]): void {
  const { findings, state, crashes, tree } = reviewOf(
    new Map([[TEMPLATE, text]]),
    RULES.filter((rule) => rule.id === id),
  );
  deepStrictEqual({ state, crashes, problems: tree?.problems.length }, { state: "reviewed", crashes: [], problems: 0 });
  deepStrictEqual(
    findings.map(({ severity }) => severity),
    expected,
  );
}
