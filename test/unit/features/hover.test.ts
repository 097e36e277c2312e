import { deepStrictEqual, ok } from "node:assert";
import { BARE_CLIENT } from "../../../server/src/features/client.ts";
import { hoverOf } from "../../../server/src/features/hover.ts";
import type { Rule } from "../../../server/src/rules/define.ts";
import { RULES } from "../../../server/src/rules/index.ts";
import { RULES as RULES_OF_TESTS } from "./rules.ts";
import { type Given, positionOf, viewOf } from "./view.ts";

const QUEUE = `Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      MessageRetentionPeriod: 60
`;
const FUNCTION = `Resources:
  Orders:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs8.10
      Timeout: 10
`;
const ARGUMENTS = "%5B%22file%3A%2F%2F%2Fproject%2Ftemplate.yaml%22%2C%22short-retention%22%2C%22short-retention%3AJobs%3AmessageRetentionPeriod%22";

describe("hover", () => {
  it("on a finding starts with its pillar and ends with what can be done", () =>
    check(QUEUE, "60", [
      "[**Reliability**](command:test.explain?%5B%22pillars%2Freliability%22%5D) · also [Cost](command:test.explain?%5B%22pillars%2Fcost-optimization%22%5D) · `short-retention` · warning",
      "**Jobs** keeps a message for 60 s only.",
      "**Why** Whoever sleeps for an hour loses `messages`. Nobody wakes in time.",
      "**Helps** Reliability, Cost · **Costs** Sustainability: More is kept.",
      "**Ask** Who is awake?",
      "**Whose job** AWS keeps messages; how long is yours.",
      "[REL05-BP03 Control and limit retry calls](https://docs.aws.amazon.com/wellarchitected/latest/framework/rel05-bp03.html) · [Serverless Lens REL 2](https://wa.aws.amazon.com/serv.question.REL_2.en.html)",
      `[Keep the messages of Jobs for 3600 s](command:test.fix?${ARGUMENTS}%2C0%5D) · [Allow with a reason](command:test.allow?${ARGUMENTS}%5D) · [Explain](command:test.explain?%5B%22rules%2Fshort-retention%22%5D)`,
    ]));

  it("links to the page where the client has no commands", () =>
    checkLast(QUEUE, "60", "[Explain](test://pages/rules/short-retention)", { client: { commands: undefined } }));

  it("links to a pillar's page where the client has no commands", () =>
    checkFirst(
      QUEUE,
      "60",
      "[**Reliability**](test://pages/pillars/reliability) · also [Cost](test://pages/pillars/cost-optimization) · `short-retention` · warning",
      { client: { commands: undefined } },
    ));

  it("links to AWS's guide where the client has no pages", () =>
    checkFirst(
      QUEUE,
      "60",
      "[**Reliability**](https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/welcome.html) · also [Cost](https://docs.aws.amazon.com/wellarchitected/latest/cost-optimization-pillar/welcome.html) · `short-retention` · warning",
      { client: { pages: undefined, commands: undefined } },
    ));

  it("is plain text where the client has no Markdown", () =>
    check(
      QUEUE,
      "60",
      [
        "Reliability · also Cost · short-retention · warning",
        "Jobs keeps a message for 60 s only.",
        "Why Whoever sleeps for an hour loses messages. Nobody wakes in time.",
        "Helps Reliability, Cost · Costs Sustainability: More is kept.",
        "Ask Who is awake?",
        "Whose job AWS keeps messages; how long is yours.",
        "REL05-BP03 Control and limit retry calls · Serverless Lens REL 2",
      ],
      { client: BARE_CLIENT },
    ));

  it("shows the severity that the settings leave", () =>
    checkFirst(
      QUEUE,
      "60",
      "[**Reliability**](command:test.explain?%5B%22pillars%2Freliability%22%5D) · also [Cost](command:test.explain?%5B%22pillars%2Fcost-optimization%22%5D) · `short-retention` · hint",
      {
        settings: { rules: { "short-retention": "hint" } },
      },
    ));

  it("takes nothing in the template for Markdown", () => {
    const text = QUEUE.replace("Jobs:", '"J_o*bs<b>":').replace("60", "${'x'}60");
    ok(!/(?<!\\)<b>/.test(valueAt(QUEUE.replace("Jobs:", '"J_o*bs<b>":'), "60", {})));
    deepStrictEqual(hoverOf(viewOf(text), positionOf(text, "60")), null);
  });

  it("on a type says which pillars are in play, who does what, and what is open", () =>
    check(QUEUE, "AWS::SQS", [
      "**Jobs** · `AWS::SQS::Queue`",
      "**Pillars in play** [Reliability](command:test.explain?%5B%22pillars%2Freliability%22%5D), [Cost optimization](command:test.explain?%5B%22pillars%2Fcost-optimization%22%5D)",
      "**AWS does** Storage in several zones, delivery, scaling",
      "**You do** Queue policy, choice of encryption, visibility, dead letters, retention, idempotent consumers",
      "**warning** `short-retention` Jobs keeps a message for 60 s only.",
    ]));

  it("on a name says the same", () => checkFirst(QUEUE, "Jobs", "**Jobs** · `AWS::SQS::Queue`"));

  it("knows that a container image moves the line", () =>
    check(
      "Resources:\n  Orders:\n    Type: AWS::Lambda::Function\n    Properties:\n      PackageType: Image\n",
      "AWS::Lambda",
      [
        "Orders · AWS::Lambda::Function",
        "Pillars in play Security",
        "AWS does Isolation, host, publishing base images",
        "You do Base image, system packages, rebuilding and redeploying, image scanning; code, role, environment",
        "No open findings.",
      ],
      { client: BARE_CLIENT },
    ));

  it("says nothing of resources that no rule looks at but their name", () =>
    check("Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n  Own:\n    Type: Custom::Thing\n", "Custom", ["**Own** · `Custom::Thing`", "No open findings."]));

  it("says nothing anywhere else", () => deepStrictEqual(hoverOf(viewOf(FUNCTION), positionOf(FUNCTION, "Timeout")), null));
  it("says nothing of what is no template", () => deepStrictEqual(hoverOf(viewOf("name: value\n"), { line: 0, character: 1 }), null));
  it("says nothing where the review is switched off", () =>
    deepStrictEqual(hoverOf(viewOf(QUEUE, { settings: { enable: false } }), positionOf(QUEUE, "60")), null));

  it("has at most twelve lines of eighty characters, for every rule", () => {
    for (const rule of RULES)
      for (const { bad } of rule.examples) {
        const text = (typeof bad === "string" ? bad : (Object.values(bad)[0] ?? "")).replaceAll("⟧", "");
        checkHeight(text.replaceAll("⟦", ""), text.indexOf("⟦"), rule);
      }
  });

  it("shortens the title of a long fix, first by what stands in brackets", () => {
    checkFix("Keep the messages of {queue} for 3600 s and forget all others (adds 1 resource)", "Keep the messages of Jobs for 3600 s and forget all others");
    checkFix("Keep the messages of {queue} for 3600 s, and then those of all other queues", "Keep the messages of Jobs for 3600 s, and then those of all…");
  });

  it("says less of the findings below the first", () => {
    const [queue] = RULES_OF_TESTS.filter(({ id }) => id === "short-retention");
    const twin = queue && { ...queue, id: "short-retention-twin" };
    const lines = valueAt(QUEUE, "60", { rules: queue && twin ? [queue, twin] : [] }).split(/ {2}\n|\n/);
    deepStrictEqual(lines.length, 8 + "\n---\n".split("\n").length + 3);
  });

  it("on a type counts findings that were merged into that of another resource", () => {
    const two = `${FUNCTION}  Bills:\n    Type: AWS::Lambda::Function\n    Properties:\n      Runtime: nodejs8.10\n`;
    deepStrictEqual(
      valueAt(two, "Bills", {})
        .split(/ {2}\n/)
        .at(-1),
      "**error** `old-runtime` Orders and Bills run on an old runtime.",
    );
  });
});

function check(text: string, at: string, expected: readonly string[], given: Given = {}): void {
  deepStrictEqual(valueAt(text, at, given).split(/ {2}\n|\n/), expected);
}

/** The hover at an offset, measured as it is shown: without addresses and marks. */
function checkHeight(text: string, offset: number, rule: Rule): void {
  const view = viewOf(text, { rules: [rule] });
  const hover = hoverOf(view, view.positions.range({ start: offset, end: offset }).start);
  if (hover === null) return;
  const value = typeof hover.contents === "object" && "value" in hover.contents ? hover.contents.value : "";
  const shown = value.replace(/\]\([^)]*\)/g, "").replace(/[[*`\\]/g, "");
  const height = shown.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.trim().length / 80)), 0);
  ok(height <= 12, `${rule.id}: ${height} lines\n${shown}`);
}

/** The words by which the hover links to a fix with a title. */
function checkFix(title: string, expected: string): void {
  const rules = RULES_OF_TESTS.filter(({ id }) => id === "short-retention").map(
    (rule): Rule => ({
      ...rule,
      *check(...given) {
        for (const finding of rule.check(...given)) yield { ...finding, fixes: (finding.fixes ?? []).map((fix) => ({ ...fix, title })) };
        return undefined;
      },
    }),
  );
  deepStrictEqual(/\[([^\]]*)\]\(command:test\.fix/.exec(valueAt(QUEUE, "60", { rules }))?.[1], expected);
}

function checkFirst(text: string, at: string, expected: string, given: Given = {}): void {
  deepStrictEqual(valueAt(text, at, given).split(/ {2}\n|\n/)[0], expected);
}

function checkLast(text: string, at: string, expected: string, given: Given = {}): void {
  deepStrictEqual(
    valueAt(text, at, given)
      .split(/ {2}\n|\n/)
      .at(-1),
    expected,
  );
}

function valueAt(text: string, at: string, given: Given): string {
  const hover = hoverOf(viewOf(text, given), positionOf(text, at, 1));
  return hover && typeof hover.contents === "object" && "value" in hover.contents ? hover.contents.value : "";
}
