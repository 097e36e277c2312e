import { deepStrictEqual, match, rejects } from "node:assert";
import { FIX_ALL } from "../../../server/src/hosts/lsp/protocol.ts";
import type { Rule } from "../../../server/src/rules/define.ts";
import { RULES } from "../features/rules.ts";
import { Editor, opened, QUEUE, URI, VALUE } from "./editor.ts";

describe("server: bad input", () => {
  it("edits out of range leave a whole text", async () => {
    const editor = await opened(QUEUE);
    const far = { line: 9_999, character: 9_999 };
    editor.edit({ start: far, end: { line: 10_001, character: 0 } }, "  News:\n    Type: AWS::SNS::Topic\n");
    editor.edit({ start: { line: -5, character: -5 }, end: { line: -1, character: 0 } }, "# A comment.\n");
    editor.edit({ start: { line: 0, character: 500 }, end: { line: 0, character: 900 } }, " It is long.");
    deepStrictEqual(await editor.pull(), ["6 short-retention", "7 topic-exists"]);
  });

  it("edits whose range makes no sense are left out, and logged", async () => {
    const editor = await opened(QUEUE);
    for (const range of [null, 3, {}, { start: null, end: null }, { start: { line: "1", character: 0 }, end: { line: 1, character: Number.NaN } }])
      editor.edit(range, "x");
    editor.edit(undefined, 7);
    deepStrictEqual([await editor.pull(), editor.heard.logged.length], [["5 short-retention"], 6]);
  });

  it("edits that come too late are left out", async () => {
    const editor = await opened(QUEUE);
    editor.edit(VALUE, "61", 5);
    editor.edit(VALUE, "4000", 4);
    deepStrictEqual(await editor.pull(), ["5 short-retention"]);
  });

  it("edits of what is not open are left out", async () => {
    const editor = await Editor.start();
    editor.write(QUEUE);
    deepStrictEqual(await editor.pull(), []);
  });

  it("a rule that fails is logged once and takes nothing else down", async () => {
    const failing: Rule = {
      ...(RULES[0] as Rule),
      id: "failing",
      // biome-ignore lint/correctness/useYield: it fails before.
      *check() {
        throw new Error("It broke.");
      },
    };
    const editor = await opened(QUEUE, { host: { rules: [failing, ...RULES] } });
    deepStrictEqual(await editor.pull(), ["5 short-retention"]);
    editor.edit(VALUE, "70");
    await editor.pull();
    deepStrictEqual(editor.heard.logged.length, 1);
    match(editor.heard.logged[0] ?? "", /^The rule failing failed/);
  });

  it("requests before initialize and after shutdown are errors", async () => {
    await rejects(Editor.silent().request("textDocument/hover", { textDocument: { uri: URI }, position: VALUE.start }), { code: -32002 });
    const editor = await opened(QUEUE);
    await editor.request("shutdown");
    await rejects(editor.pull(), { code: -32600 });
    await rejects(editor.request(FIX_ALL, { uri: URI }), { code: -32600 });
  });

  it("a second initialize is an error", async () => {
    const editor = await opened(QUEUE);
    await rejects(editor.request("initialize", { processId: null, rootUri: null, capabilities: {} }), { code: -32600 });
  });
});
