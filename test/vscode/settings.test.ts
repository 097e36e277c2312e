import assert from "node:assert/strict";
import { commands, DiagnosticSeverity, type TextDocument } from "vscode";
import { closeAll, eventually, finding, findings, gone, insertAtStart, openSample, replace, rulesOf, withSettings } from "./workbench.ts";

describe("settings take effect at once", () => {
  let document: TextDocument;
  beforeEach(async () => {
    ({ document } = await openSample());
    await finding(document, "wildcard-action");
    await finding(document, "visibility-timeout-too-short");
  });
  afterEach(closeAll);

  it("a pillar that is switched off", async () => {
    await withSettings({ "pillarHints.pillars": { security: false } }, async () => {
      await gone(document, "wildcard-action");
      await finding(document, "visibility-timeout-too-short");
    });
    await finding(document, "wildcard-action");
  });

  it("a rule that is switched off or softened", async () => {
    await withSettings({ "pillarHints.rules": { "wildcard-action": "off", "visibility-timeout-too-short": "hint" } }, async () => {
      await gone(document, "wildcard-action");
      await eventually(
        "the other is a hint",
        () => findings(document),
        (all) =>
          all.some(({ code, severity }) => typeof code === "object" && code.value === "visibility-timeout-too-short" && severity === DiagnosticSeverity.Hint),
      );
    });
  });

  it("a minimum severity", async () => {
    await withSettings({ "pillarHints.minimumSeverity": "warning" }, async () => {
      await eventually(
        "no hint is left",
        () => findings(document),
        (all) => all.length > 0 && all.every(({ severity }) => severity <= DiagnosticSeverity.Warning),
      );
    });
  });

  it("the whole review", async () => {
    await withSettings({ "pillarHints.enable": false }, async () => {
      await eventually(
        "there are no findings",
        () => rulesOf(document),
        (rules) => rules.length === 0,
      );
    });
    await finding(document, "wildcard-action");
  });

  it("reviews on save", async () => {
    await withSettings({ "pillarHints.run": "onSave" }, async () => {
      const { range } = await finding(document, "visibility-timeout-too-short");
      const line = document.lineAt(range.start.line).text;
      await replace(document, line, line.replace(/\d+/, "360"));
      await quiet();
      await finding(document, "visibility-timeout-too-short");
      await commands.executeCommand("workbench.action.files.save");
      await gone(document, "visibility-timeout-too-short");
      await replace(document, line.replace(/\d+/, "360"), line);
      await commands.executeCommand("workbench.action.files.save");
      await finding(document, "visibility-timeout-too-short");
    });
  });

  it("reviews on command alone", async () => {
    await withSettings({ "pillarHints.run": "manual" }, async () => {
      const before = (await finding(document, "wildcard-action")).range.start.line;
      await insertAtStart(document, "# a\n");
      await replace(document, "dynamodb:*", "dynamodb:GetItem");
      await quiet();
      assert.ok(rulesOf(document).includes("wildcard-action"), `line ${before} still says what it said`);
      await commands.executeCommand("pillarHints.reviewFile");
      await gone(document, "wildcard-action");
    });
  });
});

/** Long enough for a review that must not happen. */
function quiet(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 700));
}
