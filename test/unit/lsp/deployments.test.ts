import { deepStrictEqual } from "node:assert";
import { FOLDER, opened, QUEUE, until } from "./editor.ts";

const TEMPLATE = `Parameters:\n  Kept:\n    Type: Number\n    Default: 60\n${QUEUE.replace("60", "!Ref Kept")}`;
const settings = (kept: number) => `[prod.deploy.parameters]\nparameter_overrides = "Kept=${kept}"\n`;
const SHORT = ["2 short-retention"];

describe("server: how a template is deployed", () => {
  it("counts as it is typed", async () => {
    const editor = await opened(TEMPLATE, {
      files: new Map([
        ["", "samconfig.toml\ntemplate.yaml"],
        ["samconfig.toml", settings(9000)],
      ]),
    });
    deepStrictEqual(await editor.pull(), []);
    editor.open(settings(70), `${FOLDER}/samconfig.toml`, "toml");
    deepStrictEqual(await editor.pull(), SHORT);
    deepStrictEqual(await editor.pull(`${FOLDER}/samconfig.toml`), []);
  });

  it("is read again when a file changes, and when one comes or goes", async () => {
    const files = new Map([
      ["", "samconfig.toml\ntemplate.yaml"],
      ["samconfig.toml", settings(9000)],
    ]);
    const editor = await opened(TEMPLATE, { files });
    const told = async (uri: string, type: number) => {
      const before = editor.heard.refreshes;
      editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: `${FOLDER}/${uri}`, type }] });
      await until(() => (editor.heard.refreshes > before ? true : undefined));
      return editor.pull();
    };
    deepStrictEqual(await editor.pull(), []);
    files.set("samconfig.toml", settings(70));
    deepStrictEqual(await told("samconfig.toml", 2), SHORT);
    files.delete("samconfig.toml");
    files.set("", "parameters.json\ntemplate.yaml");
    files.set("parameters.json", '[{ "ParameterKey": "Kept", "ParameterValue": "9000" }]');
    deepStrictEqual(await told("parameters.json", 1), []);
    files.set("", "template.yaml");
    deepStrictEqual(await told("parameters.json", 3), ["4 short-retention"]);
  });
});
