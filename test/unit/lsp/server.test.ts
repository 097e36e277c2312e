import { deepStrictEqual, match, ok, rejects } from "node:assert";
import { CancellationTokenSource, type CodeAction, type Hover, type WorkspaceEdit } from "vscode-languageserver";
import { ALLOW, APPLY_FIX, DEBUG_REPORT, FIX_ALL, type FixAllResult, PAGE, REVIEW } from "../../../server/src/hosts/lsp/protocol.ts";
import type { Rule } from "../../../server/src/rules/define.ts";
import { RULES } from "../features/rules.ts";
import { BARE, Editor, FOLDER, named, opened, PUSHED, QUEUE, URI, until, VALUE } from "./editor.ts";

const OUR_CLIENT = { pages: "test://pages/", commands: true };

describe("server", () => {
  describe("with a client that asks for diagnostics", () => {
    it("answers what the newest text has", async () => {
      const editor = await opened(QUEUE);
      deepStrictEqual(await editor.pull(), ["5 short-retention"]);
      editor.edit(VALUE, "4000");
      deepStrictEqual(await editor.pull(), []);
    });

    it("says when nothing has changed", async () => {
      const editor = await opened(QUEUE);
      const first = await editor.report();
      editor.edit({ start: { line: 2, character: 25 }, end: { line: 2, character: 25 } }, " # A comment.");
      const second = await editor.report(first.resultId);
      deepStrictEqual([first.kind, second], ["full", { kind: "unchanged", resultId: first.resultId }]);
    });

    it("sends everything anew when lines have moved", async () => {
      const editor = await opened(QUEUE);
      const { resultId } = await editor.report();
      editor.edit({ start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, "# A comment.\n");
      const second = await editor.report(resultId);
      deepStrictEqual(second.kind === "full" ? second.items.map(named) : second, ["6 short-retention"]);
    });

    it("follows a resource that is typed letter by letter", async () => {
      const editor = await opened("Resources:\n");
      const typed = QUEUE.slice("Resources:\n".length);
      let [line, character] = [1, 0];
      for (const letter of typed) {
        editor.edit({ start: { line, character }, end: { line, character } }, letter);
        [line, character] = letter === "\n" ? [line + 1, 0] : [line, character + 1];
      }
      deepStrictEqual(await editor.pull(), ["5 short-retention"]);
    });

    it("holds a finding back until its value is written, and then asks to be asked", async () => {
      const editor = await opened(QUEUE.replace("60", ""));
      await editor.pull();
      const at = { line: 4, character: 30 };
      editor.edit({ start: at, end: at }, "6");
      deepStrictEqual(await editor.pull(), []);
      await until(() => (editor.heard.refreshes > 0 ? true : undefined));
      deepStrictEqual(await editor.pull(), ["5 short-retention"]);
    });

    it("does not push anything", async () => {
      const editor = await opened(QUEUE);
      await editor.pull();
      deepStrictEqual(editor.heard.published, []);
    });

    it("answers nothing for code that belongs to no template and for what is not open", async () => {
      const editor = await Editor.start({ initializationOptions: OUR_CLIENT });
      editor.open(`export const template = \`${QUEUE}\``, `${FOLDER}/app.ts`, "typescript");
      deepStrictEqual([await editor.pull(`${FOLDER}/app.ts`), await editor.pull(`${FOLDER}/none.yaml`)], [[], []]);
      deepStrictEqual((await until(() => editor.heard.statuses[0])).state, "unowned");
    });

    it("hears that a request is cancelled before it works on it", async () => {
      const editor = await opened(QUEUE);
      const cancelling = new CancellationTokenSource();
      const answer = editor.request("textDocument/diagnostic", { textDocument: { uri: URI } }, cancelling.token);
      cancelling.cancel();
      await rejects(answer, { code: -32800 });
      deepStrictEqual(await editor.pull(), ["5 short-retention"]);
    });
  });

  describe("with a client that is told diagnostics", () => {
    it("pushes them with the version", async () => {
      const editor = await opened(QUEUE, { capabilities: PUSHED });
      deepStrictEqual(await editor.pushed(), ["5 short-retention"]);
      editor.edit(VALUE, "4000");
      await editor.pushed((items) => items.length === 0);
      deepStrictEqual(
        editor.heard.published.map(({ version }) => version),
        [1, 2],
      );
    });

    it("clears them when the document is closed", async () => {
      const editor = await opened(QUEUE, { capabilities: PUSHED });
      await editor.pushed();
      editor.notify("textDocument/didClose", { textDocument: { uri: URI } });
      deepStrictEqual(await editor.pushed((items) => items.length === 0), []);
    });

    it("waits for the save where the settings say so", async () => {
      const editor = await opened(QUEUE, { capabilities: PUSHED, settings: { current: { run: "onSave" } } });
      await editor.pushed();
      editor.edit(VALUE, "4000");
      await editor.request(PAGE, { page: "rules/none" });
      deepStrictEqual(editor.heard.published.length, 1);
      editor.notify("textDocument/didSave", { textDocument: { uri: URI } });
      deepStrictEqual(await editor.pushed((items) => items.length === 0), []);
    });

    it("waits to be asked where the settings say so", async () => {
      const editor = await opened(QUEUE, { capabilities: PUSHED, settings: { current: { run: "manual" } } });
      await editor.request(PAGE, { page: "rules/none" });
      deepStrictEqual(editor.heard.published, []);
      await editor.request(REVIEW, { uri: URI });
      deepStrictEqual(await editor.pushed(), ["5 short-retention"]);
    });
  });

  describe("with a client that can do nothing but what it must", () => {
    it("pushes plain diagnostics, and sends no request of its own", async () => {
      const editor = await opened(QUEUE, { capabilities: BARE });
      await editor.pushed();
      deepStrictEqual(Object.keys(editor.heard.published[0]?.diagnostics[0] ?? {}).sort(), ["code", "message", "range", "severity", "source"]);
      deepStrictEqual([editor.heard.registered, editor.heard.refreshes, editor.heard.statuses], [[], 0, []]);
    });

    it("hovers in plain text", async () => {
      const editor = await opened(QUEUE, { capabilities: BARE });
      const { contents } = await editor.request<Hover>("textDocument/hover", { textDocument: { uri: URI }, position: VALUE.start });
      deepStrictEqual("kind" in Object(contents) && Object(contents).kind, "plaintext");
    });

    it("offers no code actions that it could not take", async () => {
      const editor = await opened(QUEUE, { capabilities: BARE });
      deepStrictEqual(await actionsOf(editor), []);
    });

    it("takes its settings as it sends them", async () => {
      const editor = await opened(QUEUE, { capabilities: BARE });
      await editor.pushed();
      editor.notify("workspace/didChangeConfiguration", { settings: { pillarHints: { pillars: { reliability: false } } } });
      deepStrictEqual(await editor.pushed((items) => items.length === 0), []);
    });

    it("survives options of the wrong type", async () => {
      const editor = await opened(QUEUE, { capabilities: BARE, initializationOptions: { pages: 3, commands: "yes", readsFiles: {}, assets: null } });
      deepStrictEqual(await editor.pushed(), ["5 short-retention"]);
    });
  });

  describe("hovers, fixes and decisions", () => {
    it("explains a finding", async () => {
      const editor = await opened(QUEUE);
      const hover = await editor.request<Hover>("textDocument/hover", { textDocument: { uri: URI }, position: VALUE.start });
      match(JSON.stringify(hover.contents), /\*\*Jobs\*\* keeps a message for 60 s only/);
      deepStrictEqual(hover.range, VALUE);
    });

    it("resolves a quick-fix on the newest text", async () => {
      const editor = await opened(QUEUE);
      const [fix] = await actionsOf(editor);
      deepStrictEqual([fix?.title, fix?.edit], ["Keep the messages of Jobs for 3600 s", undefined]);
      editor.edit({ start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, "# A comment.\n");
      const { edit } = await editor.request<CodeAction>("codeAction/resolve", fix);
      deepStrictEqual(editOf(edit), { version: 2, edits: ["6:31-6:33 3600"] });
    });

    it("refuses a quick-fix whose finding is gone", async () => {
      const editor = await opened(QUEUE);
      const [fix] = await actionsOf(editor);
      editor.edit(VALUE, "4000");
      await rejects(editor.request("codeAction/resolve", fix), { code: -32801 });
    });

    it("gives back an action that it did not make", async () => {
      const editor = await opened(QUEUE);
      deepStrictEqual(await editor.request("codeAction/resolve", { title: "Other", data: { uri: 3 } }), { title: "Other", data: { uri: 3 } });
    });

    it("returns at once when other actions are asked for", async () => {
      const editor = await opened(QUEUE);
      deepStrictEqual(await actionsOf(editor, ["source.organizeImports"]), []);
      deepStrictEqual(editor.heard.read, []);
    });

    it("repairs what is safe on save", async () => {
      const editor = await opened(QUEUE);
      const [fixAll] = await actionsOf(editor, ["source.fixAll"]);
      const { edit } = await editor.request<CodeAction>("codeAction/resolve", fixAll);
      deepStrictEqual([fixAll?.kind, editOf(edit)], ["source.fixAll.pillarHints", { version: 1, edits: ["5:31-5:32 360"] }]);
    });

    it("fixes all, and says what it leaves", async () => {
      const editor = await opened(`${QUEUE}  News:\n    Type: AWS::SNS::Topic\n`);
      const { edit, ...counts } = await editor.request<FixAllResult>(FIX_ALL, { uri: URI });
      deepStrictEqual([editOf(edit ?? undefined).edits.length > 0, counts], [true, { review: null, fixed: 1, needReview: 0, withoutFix: 1 }]);
    });

    it("fixes one by fingerprint, for the links of hovers", async () => {
      const editor = await opened(QUEUE);
      const wanted = { uri: URI, rule: "short-retention", fingerprint: "short-retention:Jobs:messageRetentionPeriod", fix: 0 };
      deepStrictEqual(editOf(await editor.request<WorkspaceEdit>(APPLY_FIX, wanted)).edits.length, 1);
      deepStrictEqual(await editor.request(APPLY_FIX, { ...wanted, fingerprint: "gone" }), null);
    });

    it("allows with a reason", async () => {
      const editor = await opened(QUEUE);
      const wanted = {
        uri: URI,
        rule: "short-retention",
        fingerprint: "short-retention:Jobs:messageRetentionPeriod",
        reason: " a\r\nsandbox ",
        until: "2027-01-01",
      };
      deepStrictEqual(editOf(await editor.request<WorkspaceEdit>(ALLOW, wanted)), {
        version: 1,
        edits: ["5:1-5:1       # pillar-hints: allow short-retention until 2027-01-01 -- a sandbox\n"],
      });
      deepStrictEqual(await editor.request(ALLOW, { ...wanted, fingerprint: "gone" }), null);
      await rejects(editor.request(ALLOW, { ...wanted, reason: " " }), /needs a reason/);
      await rejects(editor.request(ALLOW, { ...wanted, until: "tomorrow" }), /YYYY-MM-DD/);
    });

    it("records a decision where the template has no place for it", async () => {
      const named: Rule = { ...(RULES[0] as Rule), id: "named-parameter", on: "parameter", check: checkParameter };
      const editor = await opened('{ "Parameters": { "Password": { "Type": "String" } }, "Resources": { "News": { "Type": "AWS::S3::Bucket" } } }', {
        host: { rules: [named] },
      });
      const wanted = { uri: URI, rule: "named-parameter", fingerprint: "named-parameter:Password:name", reason: "a sandbox" };
      deepStrictEqual(await editor.request(ALLOW, wanted), {
        documentChanges: [
          { kind: "create", uri: `${FOLDER}/pillar-hints.json`, options: { ignoreIfExists: true } },
          {
            textDocument: { uri: `${FOLDER}/pillar-hints.json`, version: null },
            edits: [
              {
                range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
                newText: `${JSON.stringify({ decisions: [{ rule: wanted.rule, fingerprint: wanted.fingerprint, file: "template.yaml", reason: "a sandbox" }] }, null, 2)}\n`,
              },
            ],
          },
        ],
      });
      editor.open('{\n  "rules": {}\n}\n', `${FOLDER}/pillar-hints.json`, "jsonc");
      const { edits } = editOf(await editor.request<WorkspaceEdit>(ALLOW, wanted));
      match(edits.join(), /"decisions": \[\s*\{\s*"rule": "named-parameter"/);
    });

    it("has pages of rules and pillars", async () => {
      const editor = await opened(QUEUE);
      match((await editor.request<{ markdown: string }>(PAGE, { page: "rules/short-retention" })).markdown, /^# short-retention/);
      deepStrictEqual(await editor.request(PAGE, { page: "rules/none" }), null);
    });

    it("reports on itself without a word of the text", async () => {
      const editor = await opened(QUEUE);
      const { markdown } = await editor.request<{ markdown: string }>(DEBUG_REPORT);
      match(markdown, /findings: short-retention 1/);
      ok(!/Jobs|template\.yaml|project/.test(markdown));
    });
  });

  describe("status", () => {
    it("is told after a review, and only when it says something new", async () => {
      const editor = await opened(QUEUE, { initializationOptions: OUR_CLIENT });
      await editor.pull();
      deepStrictEqual((await until(() => editor.heard.statuses[0])).findings, 1);
      editor.edit({ start: { line: 2, character: 25 }, end: { line: 2, character: 25 } }, " # A comment.");
      await editor.pull();
      editor.edit(VALUE, "4000");
      await editor.pull();
      await until(() => (editor.heard.statuses.at(-1)?.findings === 0 ? true : undefined));
      deepStrictEqual(editor.heard.statuses.length, 2);
    });
  });

  describe("settings", () => {
    it("take effect without a restart", async () => {
      const settings = { current: {} as unknown };
      const editor = await opened(QUEUE, { settings });
      deepStrictEqual(await editor.pull(), ["5 short-retention"]);
      settings.current = { rules: { "short-retention": "off" } };
      editor.notify("workspace/didChangeConfiguration", { settings: null });
      await until(() => (editor.heard.refreshes > 0 ? true : undefined));
      deepStrictEqual(await editor.pull(), []);
    });

    it("of the wrong type count as their default, which is logged once", async () => {
      const editor = await opened(QUEUE, { settings: { current: { enable: "no" } } });
      deepStrictEqual(await editor.pull(), ["5 short-retention"]);
      editor.notify("workspace/didChangeConfiguration", { settings: null });
      await editor.pull();
      deepStrictEqual(editor.heard.logged, ['The setting pillarHints.enable is not understood ("no"); its default counts.']);
    });
  });

  it("follows the day", async () => {
    let today = "2026-11-24";
    const editor = await opened(QUEUE.replace("60", "60 # pillar-hints: allow short-retention until 2026-11-24 -- today only"), {
      host: { today: () => today },
    });
    deepStrictEqual(await editor.pull(), []);
    today = "2026-11-25";
    deepStrictEqual(await editor.pull(), ["5 short-retention", "5 allow-expired"]);
  });
});

const actionsOf = (editor: Editor, only?: readonly string[]): Promise<CodeAction[]> =>
  editor.request("textDocument/codeAction", { textDocument: { uri: URI }, range: VALUE, context: { diagnostics: [], ...(only ? { only } : {}) } });

/** `line:column-line:column text` from 1, with the version that it was computed for. */
function editOf(edit: WorkspaceEdit | undefined): { readonly version: number | null; readonly edits: readonly string[] } {
  const [change] = edit?.documentChanges ?? [];
  if (!change || !("edits" in change)) return { version: null, edits: [] };
  const edits = change.edits.map((each) => {
    const [start, end] = [each.range.start, each.range.end].map(({ line, character }) => `${line + 1}:${character + 1}`);
    return `${start}-${end} ${"newText" in each ? each.newText : ""}`;
  });
  return { version: change.textDocument.version, edits };
}

/** Finds something at each parameter. */
const checkParameter: Rule["check"] = function* (parameter) {
  yield { at: parameter, aspect: "name", text: "{parameter} has a name.", values: { parameter } };
  return undefined;
};
