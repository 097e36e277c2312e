import { deepStrictEqual } from "node:assert";
import type { CodeAction } from "vscode-languageserver-types";
import { applyEdits } from "../../../server/src/base/span.ts";
import { BARE_CLIENT } from "../../../server/src/features/client.ts";
import { asksFor, codeActionsOf } from "../../../server/src/features/code-actions.ts";
import { diagnosticsOf } from "../../../server/src/features/diagnostics.ts";
import { finished, isResolvable, resolving } from "../../../server/src/features/resolve.ts";
import { type Given, positionOf, URI, viewOf } from "./view.ts";

const queue = (id: string, seconds: number) => `  ${id}:\n    Type: AWS::SQS::Queue\n    Properties:\n      MessageRetentionPeriod: ${seconds}\n`;
const ONE = `Resources:\n${queue("Jobs", 60)}`;
const TWO = `${ONE}${queue("Mails", 70)}`;

describe("code actions", () => {
  it("are fixes, then what can't be done and why, then permission, then explanation", () =>
    check(ONE, "60", [
      "★ Keep the messages of Jobs for 3600 s",
      "✗ Keep them for ever (AWS::SQS::Queue has no place for noSuchProperty)",
      "Allow 'short-retention' with a reason… → test.allow",
      "Explain 'short-retention' → test.explain",
    ]));

  it("repair all findings of a rule, where there are several", () =>
    check(TWO, "60", [
      "★ Keep the messages of Jobs for 3600 s",
      "✗ Keep them for ever (AWS::SQS::Queue has no place for noSuchProperty)",
      "Fix all 'short-retention' in this file",
      "Allow 'short-retention' with a reason… → test.allow",
      "Explain 'short-retention' → test.explain",
    ]));

  it("leave out what can't be done where the client can't say why", () =>
    check(
      ONE,
      "60",
      ["★ Keep the messages of Jobs for 3600 s", "Allow 'short-retention' with a reason… → test.allow", "Explain 'short-retention' → test.explain"],
      {
        client: { disabledActions: false },
      },
    ));

  it("carry no command that the client lacks", () =>
    check(ONE, "60", ["★ Keep the messages of Jobs for 3600 s"], { client: { disabledActions: false, commands: undefined } }));

  it("are none for a client that knows commands only", () => check(ONE, "60", [], { client: BARE_CLIENT }));
  it("are none where nothing was found", () => check(ONE, "Type", []));
  it("are none for a finding that the settings hide", () => check(ONE, "60", [], { settings: { rules: { "short-retention": "off" } } }));

  it("explain what has no fix", () =>
    check("Resources:\n  News:\n    Type: AWS::SNS::Topic\n", "News", [
      "Allow 'topic-exists' with a reason… → test.allow",
      "Explain 'topic-exists' → test.explain",
    ]));

  it("name the diagnostic that they are about", () => {
    const view = viewOf(TWO);
    const position = positionOf(TWO, "60");
    const actions = codeActionsOf(view, { start: position, end: position }, { diagnostics: diagnosticsOf(view) });
    deepStrictEqual(
      actions.map(({ diagnostics = [] }) => diagnostics.map(({ message }) => message)),
      actions.map(() => ["Jobs keeps a message for 60 s only."]),
    );
  });

  it("get their edit when they are chosen", () => checkEdit(ONE, "60", 0, ONE.replace("60", "3600")));
  it("carry their edit where the client can't wait", () => checkEdit(ONE, "60", 0, ONE.replace("60", "3600"), { client: { resolvesEdits: false } }));
  it("repair all findings of a rule at once", () => checkEdit(TWO, "60", 2, TWO.replace("60", "3600").replace("70", "3600")));
  it("carry that edit too where the client can't wait", () =>
    checkEdit(TWO, "60", 2, TWO.replace("60", "3600").replace("70", "3600"), { client: { resolvesEdits: false } }));

  it("have no edit any more when the finding is gone", () => {
    const wanted = { uri: URI, rule: "short-retention", fingerprint: "short-retention:Jobs:messageRetentionPeriod", fix: 0 };
    deepStrictEqual(finished(resolving(viewOf(ONE.replace("60", "4000")), wanted)), undefined);
  });

  describe("on save", () => {
    it("repair what is safe", () => check(TWO, "Resources", ["Fix all safe findings"], {}, ["source.fixAll"]));
    it("are none where nothing is safe to repair", () => check(ONE.replace("60", "4000"), "Resources", [], {}, ["source.fixAll.pillarHints"]));
    it("do not come unasked", () => check(TWO, "Resources", []));

    it("cost nothing when something else is asked for", () =>
      deepStrictEqual(
        [undefined, ["quickfix"], ["source"], ["source.fixAll.pillarHints"], ["source.organizeImports"], ["source.fixAll.other"], ["refactor"], [""]].map(
          asksFor,
        ),
        [
          { quickFixes: true, fixAll: false },
          { quickFixes: true, fixAll: false },
          { quickFixes: false, fixAll: true },
          { quickFixes: false, fixAll: true },
          { quickFixes: false, fixAll: false },
          { quickFixes: false, fixAll: false },
          { quickFixes: false, fixAll: false },
          { quickFixes: true, fixAll: true },
        ],
      ));
  });
});

/** `★` marks the preferred action, `✗` one that can't be done, `→` the command that it runs. */
function check(text: string, at: string, expected: readonly string[], given: Given = {}, only?: string[]): void {
  deepStrictEqual(
    actionsAt(text, at, given, only).map(({ title, isPreferred, disabled, command }) =>
      [isPreferred ? "★ " : "", disabled ? "✗ " : "", title, disabled ? ` (${disabled.reason})` : "", command ? ` → ${command.command}` : ""].join(""),
    ),
    expected,
  );
}

function checkEdit(text: string, at: string, index: number, expected: string, given: Given = {}): void {
  const view = viewOf(text, { client: { disabledActions: true, ...given.client }, ...(given.settings === undefined ? {} : { settings: given.settings }) });
  const action = actionsAt(text, at, given)[index];
  const edit = action?.edit ?? (isResolvable(action?.data) ? finished(resolving(view, action.data)) : undefined);
  const [change] = edit?.documentChanges ?? [];
  if (!change || !("edits" in change)) throw new Error("There is no edit.");
  deepStrictEqual([change.textDocument, action?.data === undefined], [{ uri: URI, version: 7 }, given.client?.resolvesEdits === false]);
  const edits = change.edits.map((each) => ({
    span: { start: view.positions.offset(each.range.start), end: view.positions.offset(each.range.end) },
    text: "newText" in each ? each.newText : "",
  }));
  deepStrictEqual(applyEdits(text, edits), expected);
}

function actionsAt(text: string, at: string, given: Given, only?: string[]): readonly CodeAction[] {
  const position = positionOf(text, at, 1);
  return codeActionsOf(viewOf(text, given), { start: position, end: position }, { diagnostics: [], ...(only ? { only } : {}) });
}
