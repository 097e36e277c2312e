import { deepStrictEqual, ok } from "node:assert";
import { pageOf } from "../../../server/src/features/pages.ts";
import { PILLARS } from "../../../server/src/pillars/pillars.ts";
import { RULES } from "./rules.ts";

describe("pages", () => {
  it("of a rule say everything that the rule says", () =>
    check("rules/short-retention", [
      "# short-retention",
      "Queue forgets its messages within an hour.",
      "| Pillars | [Reliability](to:pillars/reliability), [Cost optimization](to:pillars/cost-optimization) |",
      "## Why",
      "- Helps [Reliability](to:pillars/reliability), [Cost optimization](to:pillars/cost-optimization).",
      "- May cost [Sustainability](to:pillars/sustainability): More is kept.",
      "Who is awake?",
      "- [REL05-BP03 Control and limit retry calls](https://docs.aws.amazon.com/wellarchitected/latest/framework/rel05-bp03.html) (edition latest)",
      "- [Serverless Lens REL 2](https://wa.aws.amazon.com/serv.question.REL_2.en.html): How do you build resiliency into your serverless application?",
      "Found (CloudFormation):",
      "      MessageRetentionPeriod: 60",
      "      MessageRetentionPeriod: 3600",
      "# pillar-hints: allow short-retention until 2027-06-30 -- why it is right here",
      "- <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/>",
    ]));

  it("of a pillar say what it asks for, what pulls on it and which rules speak for it", () =>
    check("pillars/reliability", [
      "# Reliability",
      "- Recover from failure by itself.",
      "## Questions that only people can answer",
      "- [Cost optimization](to:pillars/cost-optimization): Several zones, replicas, point-in-time recovery, database proxies, provisioned capacity as insurance.",
      "- [`short-retention`](to:rules/short-retention): Queue forgets its messages within an hour",
    ]));

  it("name no rule that does not help the pillar", () => ok(!pageOf("pillars/sustainability", RULES, (page) => page)?.includes("short-retention")));

  it("exist for each pillar and each rule", () => {
    const names = [...PILLARS.map(({ id }) => `pillars/${id}`), ...RULES.map(({ id }) => `rules/${id}`)];
    deepStrictEqual(
      names.filter((name) => pageOf(name, RULES) === undefined),
      [],
    );
  });

  it("show no marks of tests", () => ok(RULES.every(({ id }) => !/[⟦⟧]/.test(pageOf(`rules/${id}`, RULES) ?? ""))));

  it("exist for nothing else", () =>
    deepStrictEqual(
      ["rules/none", "pillars/none", "rules", "rules/short-retention/x", "../rules/short-retention", "", "pillars/__proto__"].map((name) =>
        pageOf(name, RULES),
      ),
      new Array(7).fill(undefined),
    ));
});

/** Each line stands in the page, in this order. */
function check(name: string, lines: readonly string[]): void {
  const page = (pageOf(name, RULES, (to) => `to:${to}`) ?? "").split("\n");
  let from = 0;
  const missing = lines.filter((line) => {
    const at = page.indexOf(line, from);
    if (at >= 0) from = at + 1;
    return at < 0;
  });
  deepStrictEqual(missing, []);
}
