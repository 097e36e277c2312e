import assert from "node:assert/strict";
import { commands, extensions, workspace } from "vscode";
import { closeAll, EXTENSION, eventually, insertAtStart, openSample, openUntitled, rulesOf, status } from "./workbench.ts";

const TAGS =
  "And Base64 Cidr Condition Equals FindInMap ForEach GetAZs GetAtt If ImportValue Join Length Not Or Ref Select Split Sub ToJsonString Transform".split(" ");
const COMMANDS = "fixAllSafe reviewFile explain showUndecided openWalkthrough openSample copyDebugReport restartServer showOutput".split(" ");

describe("start", () => {
  afterEach(closeAll);

  it("activates with a YAML file and leaves what is no template alone", async () => {
    const { document } = await openUntitled("name: build\non: push\n");
    await eventually(
      "the extension is active",
      () => extensions.getExtension(EXTENSION)?.isActive,
      (active) => active === true,
    );
    await eventually(
      "the status says why there is nothing",
      () => status().text,
      (text) => text === "not a template",
    );
    assert.deepEqual(rulesOf(document), []);
  });

  it("wakes up when a text becomes a template", async () => {
    const { document } = await openUntitled("Description: a queue\n");
    await insertAtStart(document, "Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n");
    await eventually(
      "the status names the dialect",
      () => status().text,
      (text) => text.startsWith("CloudFormation · "),
    );
  });

  it("has every command", async () => {
    const known = new Set(await commands.getCommands(true));
    assert.deepEqual(
      COMMANDS.filter((name) => !known.has(`pillarHints.${name}`)),
      [],
    );
  });

  it("tells the YAML extension CloudFormation's tags", () => {
    const tags = workspace.getConfiguration("yaml").get<readonly string[]>("customTags", []);
    for (const tag of TAGS) for (const form of ["scalar", "sequence", "mapping"]) assert.ok(tags.includes(`!${tag} ${form}`), `!${tag} ${form}`);
  });

  it("starts again on command, with the same findings", async () => {
    const { document } = await openSample();
    const before = await eventually(
      "there are findings",
      () => rulesOf(document),
      (rules) => rules.length > 0,
    );
    await Promise.all([commands.executeCommand("pillarHints.restartServer"), commands.executeCommand("pillarHints.restartServer")]);
    await eventually(
      "the findings are back",
      () => rulesOf(document),
      (rules) => before.every((rule) => rules.includes(rule)),
    );
  });
});
