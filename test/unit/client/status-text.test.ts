import assert from "node:assert/strict";
import { describePillars, describe as describeStatus } from "../../../client/src/status-text.ts";
import type { StatusParams } from "../../../server/src/hosts/lsp/protocol.ts";

const REVIEWED: StatusParams = { uri: "file:///template.yaml", state: "reviewed", dialect: "SAM", findings: 0, pillars: {}, undecided: [] };
const UNDECIDED = { rule: "wildcard-action", subject: "Worker", reason: "its policy is a parameter without default" };

describe("the words of the status", () => {
  const check = (status: Partial<StatusParams>, text: string) => assert.equal(describeStatus({ ...REVIEWED, ...status }), text);

  it("name the dialect and the result", () => {
    check({}, "SAM · reviewed, no findings");
    check({ findings: 1 }, "SAM · 1 finding");
    check({ findings: 6, undecided: [UNDECIDED, UNDECIDED, UNDECIDED] }, "SAM · 6 findings · 3 checks undecided");
    check({ undecided: [UNDECIDED] }, "SAM · reviewed, no findings · 1 check undecided");
  });

  it("name the line of a syntax error", () => {
    check({ findings: 2, syntaxErrorLine: 14 }, "SAM · 2 findings · syntax error at line 14, the rest is reviewed");
  });

  it("say why there is no review", () => {
    check({ state: "notATemplate" }, "not a template");
    check({ state: "tooLarge" }, "too large");
    check({ state: "excluded" }, "excluded by pillar-hints.json");
    check({ state: "disabled" }, "switched off by the setting pillarHints.enable");
    check({ state: "unowned" }, "no function of a template in this workspace points here");
    check({ state: "searching" }, "looking for its template");
  });

  it("count per pillar, in the framework's order", () => {
    assert.equal(describePillars({ ...REVIEWED, pillars: { reliability: 2, security: 4, sustainability: 0 } }), "Security 4 · Reliability 2");
    assert.equal(describePillars(REVIEWED), "");
  });
});
