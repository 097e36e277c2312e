import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { PILLARS } from "../../../server/src/pillars/pillars.ts";
import { PAST_NEED, SETTINGS, settingsOf, TENSIONS, tension } from "../../../server/src/pillars/tensions.ts";

describe("tensions between pillars", () => {
  it("fill the matrix but for its diagonal", () => {
    strictEqual(TENSIONS.length, 30);
    for (const helps of PILLARS) {
      for (const costs of PILLARS) strictEqual(tension(helps.id, costs.id) === undefined, helps === costs);
    }
    ok(TENSIONS.every(({ through }) => /^[A-Z][^\n]*[^.\s]$/.test(through)));
  });

  it("stand in the right cell", () => {
    check("cost-optimization", "reliability", /one zone/);
    check("security", "performance-efficiency", /secrets read in each call/);
    check("sustainability", "security", /^Deleting early/);
  });
});

describe("settings", () => {
  it("are twenty, each with a question and a sign for every pillar", () => {
    strictEqual(SETTINGS.length, 20);
    strictEqual(new Set(SETTINGS.map(({ id }) => id)).size, 20);
    for (const { id, effects, question } of SETTINGS) {
      deepStrictEqual(
        Object.keys(effects),
        PILLARS.map((pillar) => pillar.id),
      );
      ok(question.includes("?"), id);
      ok(Object.values(effects).includes("-"), `${id} costs nothing: then it is no trade-off`);
      ok(
        Object.values(effects).some((effect) => effect === "+" || effect === "±"),
        id,
      );
    }
  });

  it("sign the pillars in their own order", () => {
    const memory = settingsOf("memory-left-at-minimum").map(({ effects }) => Object.values(effects).join(""));
    deepStrictEqual(memory, ["00++±-"]);
  });

  it("are found by the rules that speak about them", () => {
    deepStrictEqual(
      settingsOf("public-endpoint-unthrottled").map(({ id }) => id),
      ["concurrency-limit", "throttle"],
    );
    deepStrictEqual(settingsOf("no-such-rule"), []);
  });

  it("name rules as rules are named", () => {
    const names = [...PAST_NEED, ...SETTINGS.flatMap(({ rules }) => rules)];
    deepStrictEqual(
      names.filter((name) => !/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(name)),
      [],
    );
  });
});

function check(helps: (typeof PILLARS)[number]["id"], costs: (typeof PILLARS)[number]["id"], through: RegExp): void {
  ok(through.test(tension(helps, costs)?.through ?? ""), `${helps} → ${costs}`);
}
