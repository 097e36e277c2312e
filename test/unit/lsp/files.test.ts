import { deepStrictEqual } from "node:assert";
import { FOLDER, opened, QUEUE, until } from "./editor.ts";

describe("server: files beside the template", () => {
  const project = '{ "rules": { "short-retention": "off" } }';

  it("are read before the first answer", async () => {
    const editor = await opened(QUEUE, { files: new Map([["pillar-hints.json", project]]) });
    deepStrictEqual(await editor.pull(), []);
    deepStrictEqual(editor.heard.read, [`${FOLDER}/pillar-hints.json`]);
  });

  it("are read by the client where it says that it does", async () => {
    const unreadable = async () => ({ state: "unreadable" }) as const;
    const options = { initializationOptions: { readsFiles: true }, host: { readFile: unreadable } };
    const editor = await opened(QUEUE, { ...options, files: new Map([["pillar-hints.json", project]]) });
    deepStrictEqual(await editor.pull(), []);
  });

  it("are read again when they change, and the editor is told", async () => {
    const files = new Map([["pillar-hints.json", project]]);
    const editor = await opened(QUEUE, { files });
    await editor.pull();
    files.delete("pillar-hints.json");
    editor.notify("workspace/didChangeWatchedFiles", {
      changes: [
        { uri: `${FOLDER}/pillar-hints.json`, type: 3 },
        { uri: `${FOLDER}/other.json`, type: 1 },
      ],
    });
    await until(() => (editor.heard.refreshes === 1 ? true : undefined));
    deepStrictEqual([await editor.pull(), editor.heard.read.length], [["5 short-retention"], 2]);
  });

  it("count as they are in the editor while they are open there", async () => {
    const editor = await opened(QUEUE, { files: new Map([["pillar-hints.json", project]]) });
    await editor.pull();
    editor.open("{}", `${FOLDER}/pillar-hints.json`, "jsonc");
    deepStrictEqual(await editor.pull(), ["5 short-retention"]);
    editor.notify("textDocument/didClose", { textDocument: { uri: `${FOLDER}/pillar-hints.json` } });
    deepStrictEqual(await editor.pull(), []);
  });

  it("are themselves looked at: what is wrong in the project file is shown in it", async () => {
    const editor = await opened('{\n  "rules": { "no-such-rule": "off" }\n}\n', {}, `${FOLDER}/pillar-hints.json`);
    deepStrictEqual(await editor.pull(`${FOLDER}/pillar-hints.json`), ["2 project-file"]);
  });

  it("that take their time do not hold up the answer", async () => {
    const slow = async () => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      return { state: "loaded", text: project } as const;
    };
    const editor = await opened(QUEUE, { host: { readFile: slow } });
    deepStrictEqual(await editor.pull(), ["5 short-retention"]);
    await until(() => (editor.heard.refreshes === 1 ? true : undefined));
    deepStrictEqual(await editor.pull(), []);
  });

  it("are watched, with the settings", async () => {
    const editor = await opened(QUEUE);
    await editor.pull();
    deepStrictEqual(editor.heard.registered, ["workspace/didChangeConfiguration", "workspace/didChangeWatchedFiles"]);
  });
});
