import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { LENS, lensQuestion } from "../../../server/src/pillars/lens.ts";
import { isPillarId, PILLARS, pillar } from "../../../server/src/pillars/pillars.ts";
import { functionResponsibility, responsibility } from "../../../server/src/pillars/responsibility.ts";

describe("pillars", () => {
  it("are the framework's six, in its order", () => {
    deepStrictEqual(
      PILLARS.map(({ id, short }) => `${short}: ${id}`),
      [
        "Operations: operational-excellence",
        "Security: security",
        "Reliability: reliability",
        "Performance: performance-efficiency",
        "Cost: cost-optimization",
        "Sustainability: sustainability",
      ],
    );
  });

  for (const each of PILLARS) {
    it(`${each.short} says what it asks, with principles and both kinds of questions`, () => {
      checkSentences([each.summary, ...each.principles], ".");
      checkSentences([...each.questions.templates, ...each.questions.people], "?");
      ok(each.principles.length >= 5 && each.questions.templates.length >= 5 && each.questions.people.length >= 5);
      strictEqual(each.url, `https://docs.aws.amazon.com/wellarchitected/latest/${each.id}-pillar/welcome.html`);
      strictEqual(pillar(each.id), each);
    });
  }

  it("tells pillar ids from other words", () => deepStrictEqual(["security", "safety"].map(isPillarId), [true, false]));
});

describe("Serverless Lens", () => {
  it("has questions with the pillar in their id and an address of their own", () => {
    const areas = { OPS: "operational-excellence", SEC: "security", REL: "reliability", PERF: "performance-efficiency", COST: "cost-optimization" };
    for (const question of LENS) {
      const [area = "", number = ""] = question.id.split(" ");
      strictEqual(question.pillar, areas[area as keyof typeof areas]);
      strictEqual(question.url, `https://wa.aws.amazon.com/serv.question.${area}_${number}.en.html`);
      checkSentences([question.title], "?");
      strictEqual(lensQuestion(question.id), question);
    }
  });
});

describe("shared responsibility", () => {
  const kinds = `function functionUrl api graphqlApi stateMachine queue topic eventBus rule pipe schedule table bucket stream deliveryStream userPool secret
    configurationParameter key distribution database cache logGroup alarm fargateService role`;

  it("is split for every kind of service that the model knows", () => {
    for (const kind of kinds.split(/\s+/)) {
      const split = responsibility(kind);
      ok(split && split.aws !== "" && split.customer !== "" && split.visible !== "", kind);
    }
    strictEqual(responsibility("other"), undefined);
  });

  it("moves towards the customer with an own runtime or own updates", () => {
    const aws = (image: boolean, runtime: string, updateMode?: string) => functionResponsibility({ image, runtime, updateMode }).aws;
    deepStrictEqual(
      [aws(false, "python3.13"), aws(false, "python3.13", "Manual"), aws(false, "provided.al2023"), aws(true, "")].map((text) => text.split(", ").at(-1)),
      ["runtime patches applied to your function", "publishing patched runtimes", "publishing base images", "publishing base images"],
    );
  });
});

/** Each text is one line that starts with a capital and ends as it should. */
function checkSentences(texts: readonly string[], end: string): void {
  const wrong = texts.filter((text) => !/^[A-Z][^\n]*[^\s]$/.test(text) || !/[.?)]$/.test(text) || (end === "?" ? !text.includes("?") : !text.endsWith(end)));
  deepStrictEqual(wrong, []);
}
