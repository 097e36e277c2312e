import assert from "node:assert/strict";
import { type CodeLens, commands, type Location, type LocationLink, type TextDocument } from "vscode";
import { closeAll, eventually, finding, openSample, replace, rulesOf } from "./workbench.ts";

const HANDLER = "src/orders/paid.ts";
const LOG = `  console.log("paid", JSON.stringify(event));\n`;

describe("code behind the sample", () => {
  let code: TextDocument;
  beforeEach(async () => {
    ({ document: code } = await openSample(HANDLER));
    await finding(code, "whole-event-logged");
  });
  afterEach(closeAll);

  it("has findings where they are caused, which go as the code changes", async () => {
    await replace(code, LOG, "");
    await eventually(
      "the finding is gone",
      () => rulesOf(code),
      (rules) => !rules.includes("whole-event-logged"),
    );
  });

  it("is reviewed with the template as it is typed", async () => {
    const { document: template } = await openSample();
    await finding(template, "wildcard-action");
    await replace(template, "Handler: paid.handler", "Handler: other.handler");
    await eventually(
      "nobody points to the code any more",
      () => rulesOf(code),
      (rules) => rules.length === 0,
    );
  });

  it("leads from a variable to the line that declares it", async () => {
    const at = code.positionAt(code.getText().indexOf("ORDERS_TABLE") + 1);
    const [target] = await commands.executeCommand<readonly (Location | LocationLink)[]>("vscode.executeDefinitionProvider", code.uri, at);
    assert.ok(target);
    const [uri, range] = "uri" in target ? [target.uri, target.range] : [target.targetUri, target.targetRange];
    const { document: template } = await openSample();
    assert.equal(uri.path, template.uri.path);
    assert.equal(template.getText(range), "ORDERS_TABLE");
  });

  it("says above the handler whose it is", async () => {
    const lenses = await commands.executeCommand<readonly CodeLens[]>("vscode.executeCodeLensProvider", code.uri, 10);
    assert.match(lenses.map(({ command }) => command?.title).join(), /^PaymentReceived · HTTP → 10 s · 128 MB · x86_64 · \d+ hints?$/);
  });
});
