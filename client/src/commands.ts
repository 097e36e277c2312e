/** The commands of the palette, of code actions and of hovers. */
import { commands, Disposable, type ExtensionContext, Position, Range, type TextEditor, Uri, window } from "vscode";
import type { BaseLanguageClient, WorkspaceEdit } from "vscode-languageclient";
import { APPLY_FIX, type ApplyFixParams, COMMANDS } from "../../server/src/hosts/lsp/protocol.ts";
import { allowWithReason } from "./allow.ts";
import { chooseRule, showUndecided } from "./choose.ts";
import { applyEdit } from "./edits.ts";
import { fixAllSafe } from "./fix-all.ts";
import { openPage } from "./pages.ts";
import { copyDebugReport } from "./report.ts";
import { reviewNow } from "./runs.ts";
import { openSample } from "./sample.ts";
import type { Session } from "./session.ts";
import type { Status } from "./status.ts";

export function registerCommands(context: ExtensionContext, session: Session, status: Status): Disposable {
  const inEditor = (action: (client: BaseLanguageClient, editor: TextEditor) => Promise<void>) => async () => {
    const editor = window.activeTextEditor;
    if (editor !== undefined) await action(await session.client(), editor);
  };
  const actions: Readonly<Record<string, (...parameters: readonly unknown[]) => unknown>> = {
    "pillarHints.fixAllSafe": inEditor((client, { document }) => fixAllSafe(client, document)),
    "pillarHints.reviewFile": inEditor((client, { document }) => reviewNow(client, document)),
    "pillarHints.showUndecided": inEditor((_, editor) => showUndecided(editor, status.of(editor.document))),
    "pillarHints.openWalkthrough": () => commands.executeCommand("workbench.action.openWalkthrough", `${context.extension.id}#start`),
    "pillarHints.openSample": () => openSample(context),
    "pillarHints.copyDebugReport": () => copyDebugReport(context, session),
    "pillarHints.restartServer": () => session.restart(),
    "pillarHints.showOutput": () => session.output.show(),
    [COMMANDS.explain]: (page) => (typeof page === "string" ? openPage(page) : chooseRule(context)),
    [COMMANDS.allow]: async (uri, rule, fingerprint) => allowWithReason(await session.client(), String(uri), String(rule), String(fingerprint)),
    [COMMANDS.goTo]: (uri, line, character) => goTo(String(uri), Number(line), Number(character)),
    [COMMANDS.fix]: (uri, rule, fingerprint, fix) =>
      applyFix(session, { uri: String(uri), rule: String(rule), fingerprint: String(fingerprint), fix: Number(fix) }),
  };
  return Disposable.from(...Object.entries(actions).map(([name, action]) => commands.registerCommand(name, action)));
}

async function goTo(uri: string, line: number, character: number): Promise<void> {
  const at = new Position(line, character);
  await window.showTextDocument(Uri.parse(uri), { selection: new Range(at, at) });
}

async function applyFix(session: Session, parameters: ApplyFixParams): Promise<void> {
  const client = await session.client();
  await applyEdit(client, () => client.sendRequest<WorkspaceEdit | null>(APPLY_FIX, parameters));
}
