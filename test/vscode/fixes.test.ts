import assert from "node:assert/strict";
import { CodeActionKind, commands, type TextDocument, workspace } from "vscode";
import { actionsFor, apply, closeAll, eventually, finding, gone, openSample, rulesOf, withSettings } from "./workbench.ts";

describe("fixes", () => {
  let document: TextDocument;
  let original: string;
  beforeEach(async () => {
    ({ document } = await openSample());
    original = document.getText();
    await finding(document, "wildcard-action");
  });
  afterEach(closeAll);

  it("write what their title says and change nothing else", async () => {
    const timeout = await finding(document, "visibility-timeout-too-short");
    const before = document.getText(timeout.range);
    const fix = (await actionsFor(document, timeout)).find(({ isPreferred }) => isPreferred);
    assert.match(fix?.title ?? "", /360 s/);
    assert.ok(fix);
    await apply(fix);
    await gone(document, "visibility-timeout-too-short");
    const line = timeout.range.start.line;
    const expected = original.split("\n").map((text, index) => (index === line ? text.replace(before, "360") : text));
    assert.equal(document.getText(), expected.join("\n"));
  });

  it("come in the order fix, all of this rule, allow, explain; exactly one is preferred", async () => {
    const actions = await actionsFor(document, await finding(document, "visibility-timeout-too-short"));
    const titles = actions.map(({ title }) => title);
    assert.equal(actions.filter(({ isPreferred }) => isPreferred).length, 1, titles.join("; "));
    const place = (pattern: RegExp) => titles.findIndex((title) => pattern.test(title));
    assert.equal(place(/360 s/), 0, titles.join("; "));
    assert.ok(place(/reason/i) > 0, titles.join("; "));
    assert.ok(place(/explain/i) > place(/reason/i), titles.join("; "));
  });

  it("replace a wildcard by what is needed", async () => {
    const wildcard = await finding(document, "wildcard-action");
    const fix = (await actionsFor(document, wildcard)).find(({ edit }) => edit !== undefined);
    assert.ok(fix);
    await apply(fix);
    await gone(document, "wildcard-action");
    assert.ok(!document.getText().includes("dynamodb:*"));
  });

  it("can be taken back in one step", async () => {
    const fix = (await actionsFor(document, await finding(document, "wildcard-action"))).find(({ edit }) => edit !== undefined);
    assert.ok(fix);
    await apply(fix);
    assert.notEqual(document.getText(), original);
    await commands.executeCommand("undo");
    assert.equal(document.getText(), original);
  });

  it("are applied all at once where they are safe, and a second time changes nothing", async () => {
    await commands.executeCommand("pillarHints.fixAllSafe");
    const once = document.getText();
    await commands.executeCommand("pillarHints.fixAllSafe");
    assert.equal(document.getText(), once);
    assert.ok(rulesOf(document).includes("wildcard-action"), "what needs review is left");
  });

  it("run on save where the user wants it, the safe ones alone", async () => {
    const actions = await commands.executeCommand<readonly { readonly kind?: CodeActionKind }[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      (await finding(document, "wildcard-action")).range,
      CodeActionKind.SourceFixAll.append("pillarHints").value,
    );
    for (const { kind } of actions) assert.ok(kind !== undefined && CodeActionKind.SourceFixAll.contains(kind));
    await withSettings({ "editor.codeActionsOnSave": { "source.fixAll.pillarHints": "explicit" } }, async () => {
      await commands.executeCommand("workbench.action.files.save");
      await eventually(
        "what needs review is left",
        () => rulesOf(document),
        (rules) => rules.includes("wildcard-action"),
      );
    });
    await workspace.fs.writeFile(document.uri, new TextEncoder().encode(original));
  });
});
