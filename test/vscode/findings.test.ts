import assert from "node:assert/strict";
import { DiagnosticSeverity, type TextDocument } from "vscode";
import { closeAll, eventually, finding, findings, hoverText, insertAtStart, openSample, replace, ruleOf, rulesOf } from "./workbench.ts";

/** What the sample forgets, and which pillar pays for it. */
const EXPECTED = {
  "visibility-timeout-too-short": "reliability",
  "wildcard-action": "security",
  "queue-without-dead-letter": "reliability",
  "public-endpoint-unthrottled": "cost-optimization",
};

describe("findings", () => {
  let document: TextDocument;
  beforeEach(async () => {
    ({ document } = await openSample());
    await finding(document, "wildcard-action");
  });
  afterEach(closeAll);

  it("are tagged with their pillar and link to the page of their rule", async () => {
    for (const [rule, pillar] of Object.entries(EXPECTED)) {
      const { source, code, message } = await finding(document, rule);
      assert.equal(source, `pillar-hints/${pillar}`);
      assert.ok(typeof code === "object" && code.target.path.endsWith(`rules/${rule}`), `${rule} has a link`);
      assert.ok(!message.includes("\n"), "a message is one line");
    }
  });

  it("stand on the value that causes them", async () => {
    const { range, message, severity } = await finding(document, "visibility-timeout-too-short");
    assert.match(document.getText(range), /^\d+$/);
    assert.match(message, /^Jobs shows a message again after 60 s\b.*\bWorker\b.*\b360 s\.$/);
    assert.equal(severity, DiagnosticSeverity.Warning);
  });

  it("explain themselves on hover", async () => {
    const { range } = await finding(document, "wildcard-action");
    const text = await hoverText(document, range.start);
    assert.match(text, /\[\*\*Security\*\*\]\(command:pillarHints\.explain\?[^)]*pillars%2Fsecurity/, "the pillar leads to its page");
    assert.match(text, /`wildcard-action`/);
    assert.match(text, /\*\*Why\*\*/);
    assert.match(text, /command:pillarHints\.explain/);
  });

  it("follow the typing", async () => {
    const { range } = await finding(document, "visibility-timeout-too-short");
    const line = document.lineAt(range.start.line).text;
    await replace(document, line, line.replace(/\d+/, "360"));
    await eventually(
      "the finding is gone",
      () => rulesOf(document),
      (rules) => !rules.includes("visibility-timeout-too-short"),
    );
    await replace(document, line.replace(/\d+/, "360"), line);
    await finding(document, "visibility-timeout-too-short");
  });

  it("move with the text", async () => {
    const { range } = await finding(document, "wildcard-action");
    await insertAtStart(document, "# one more line\n");
    await eventually(
      "the finding is one line lower",
      () => findings(document),
      (all) => all.some((each) => ruleOf(each) === "wildcard-action" && each.range.start.line === range.start.line + 1),
    );
  });

  it("stay for the rest of the file while one line is broken", async () => {
    const before = await eventually(
      "there are findings",
      () => rulesOf(document),
      (rules) => rules.length > 3,
    );
    const { range } = await finding(document, "visibility-timeout-too-short");
    const line = document.lineAt(range.start.line).text;
    await replace(document, line, `${line.trimEnd()}\n      Tags: [`);
    await eventually(
      "other resources are still reviewed",
      () => rulesOf(document),
      (rules) => rules.includes("wildcard-action"),
    );
    await replace(document, `${line.trimEnd()}\n      Tags: [`, line);
    await eventually(
      "all findings are back",
      () => [...rulesOf(document)].sort(),
      (rules) => JSON.stringify(rules) === JSON.stringify([...before].sort()),
    );
  });
});
