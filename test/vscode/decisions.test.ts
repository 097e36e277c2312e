import assert from "node:assert/strict";
import { commands, type TextDocument } from "vscode";
import { actionsFor, closeAll, eventually, finding, gone, notices, openSample, replace, ruleOf } from "./workbench.ts";

describe("decisions", () => {
  let document: TextDocument;
  let original: string;
  beforeEach(async () => {
    ({ document } = await openSample());
    original = document.getText();
    await finding(document, "wildcard-action");
  });
  afterEach(closeAll);

  it("in a comment silence one finding", async () => {
    const wildcard = await finding(document, "wildcard-action");
    const line = document.lineAt(wildcard.range.start.line).text;
    await replace(document, line, `${line.trimEnd()} # pillar-hints: allow wildcard-action until 2099-12-31 -- the table is for tests`);
    await gone(document, "wildcard-action");
  });

  it("need a reason", async () => {
    const wildcard = await finding(document, "wildcard-action");
    const line = document.lineAt(wildcard.range.start.line).text;
    await replace(document, line, `${line.trimEnd()} # pillar-hints: allow wildcard-action`);
    await eventually(
      "the missing reason is a finding itself",
      () => notices(document),
      (codes) => codes.includes("allow-without-reason"),
    );
  });

  it("change nothing when the user cancels", async () => {
    const wildcard = await finding(document, "wildcard-action");
    const allow = (await actionsFor(document, wildcard)).find(({ command }) => command?.command === "pillarHints.allowWithReason");
    assert.ok(allow?.command, "the light bulb offers it");
    const asked = commands.executeCommand(allow.command.command, ...(allow.command.arguments ?? []));
    // The question needs a moment to appear; closing nothing would leave it open, and then the test ends by its limit.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await commands.executeCommand("workbench.action.closeQuickOpen");
    await asked;
    assert.equal(document.getText(), original);
    assert.equal(ruleOf(await finding(document, "wildcard-action")), "wildcard-action");
  });
});
