import { deepStrictEqual } from "node:assert";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { type Files, loadGrammars, reviewOf } from "../../scripts/generate/example.ts";
import type { Review } from "../../server/src/engine/reported.ts";
import { PILLARS } from "../../server/src/pillars/pillars.ts";
import { RULES } from "../../server/src/rules/index.ts";
import { ROOT } from "./sources.ts";

/** What the sample forgets. The tour of its README, the walkthrough and the tests in the editor rest on it. */
const FORGOTTEN = [
  "access-log-missing",
  "alarm-without-action",
  "async-failure-destination-missing",
  "data-trace-enabled",
  "deletion-policy-missing",
  "hard-coded-secret",
  "http-call-without-timeout",
  "log-group-undeclared",
  "log-retention-unset",
  "memory-left-at-minimum",
  "public-endpoint-unthrottled",
  "public-function-url",
  "queue-without-dead-letter",
  "runtime-past-support",
  "scan-on-request-path",
  "table-without-point-in-time-recovery",
  "timeout-beyond-caller",
  "trace-broken",
  "visibility-timeout-too-short",
  "whole-event-logged",
  "wildcard-action",
  "wildcard-resource",
  "x86-where-arm64-would-do",
];

describe("the sample project", () => {
  let review: Review;
  before(async () => {
    await loadGrammars();
    review = reviewOf(filesBelow(join(ROOT, "examples", "orders")), RULES);
  });

  it("forgets what a first version forgets", () => {
    const found = [...new Set([...review.findings, ...review.inCode].map(({ rule }) => rule.id))].sort();
    deepStrictEqual(
      found,
      FORGOTTEN.filter((id) => RULES.some((rule) => rule.id === id)),
    );
  });

  it("costs each of the six pillars something", () => {
    const paying = new Set(review.findings.map(({ rule }) => rule.pillars[0]));
    deepStrictEqual(
      PILLARS.filter(({ id }) => !paying.has(id)).map(({ name }) => name),
      [],
    );
  });

  it("can be read without a rest", () => {
    deepStrictEqual(
      [...review.crashes, ...(review.tree?.problems ?? [])].map(({ message }) => message),
      [],
    );
    deepStrictEqual(review.undecided, []);
  });
});

function filesBelow(folder: string): Files {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => statSync(join(folder, path)).isFile());
  return new Map(paths.map((path) => [path.split(sep).join("/"), readFileSync(join(folder, path), "utf8")]));
}
