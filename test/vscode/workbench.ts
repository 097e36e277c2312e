/** What the tests do in the workbench: open, type, ask, wait. */
import assert from "node:assert/strict";
import {
  type CodeAction,
  commands,
  type Diagnostic,
  extensions,
  type Hover,
  languages,
  MarkdownString,
  Position,
  Range,
  type TextDocument,
  type TextEditor,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";

export const EXTENSION = "pillar-hints.pillar-hints";
const MILLISECONDS = 8_000;
const POLL_MILLISECONDS = 25;
const RESOLVED_ACTIONS = 50;

/** The sample project, which is the folder that is open. */
export function sampleUri(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  assert.ok(folder, "the sample is open as a folder");
  return Uri.joinPath(folder.uri, path);
}

/** Opens a file of the sample as it is on disk, whatever an earlier test has typed. */
export async function openSample(path = "template.yaml"): Promise<TextEditor> {
  const editor = await window.showTextDocument(await workspace.openTextDocument(sampleUri(path)), { preview: false });
  if (editor.document.isDirty) await commands.executeCommand("workbench.action.files.revert");
  return editor;
}

/** Opens a document that lies nowhere. */
export async function openUntitled(content: string, language = "yaml"): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument({ content, language }), { preview: false });
}

export async function closeAll(): Promise<void> {
  for (const document of workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await window.showTextDocument(document);
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }
  await commands.executeCommand("workbench.action.closeAllEditors");
}

/** Waits until `read` gives something that `accept` takes, and returns it; fails with what was there instead. */
export async function eventually<Value>(what: string, read: () => Value | Promise<Value>, accept: (value: Value) => boolean): Promise<Value> {
  const deadline = Date.now() + MILLISECONDS;
  for (;;) {
    const value = await read();
    if (accept(value)) return value;
    if (Date.now() > deadline) assert.fail(`${what}; instead: ${JSON.stringify(value, undefined, 1)}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
  }
}

/** Our findings of a document. */
export function findings({ uri }: TextDocument): readonly Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source?.startsWith("pillar-hints/"));
}

/** What is wrong with decisions and the project file, which no pillar pays for. */
export function notices({ uri }: TextDocument): readonly string[] {
  return languages.getDiagnostics(uri).flatMap(({ source, code }) => (source === "pillar-hints" ? [String(code)] : []));
}

export function ruleOf({ code }: Diagnostic): string {
  return typeof code === "object" ? String(code.value) : String(code);
}

export function rulesOf(document: TextDocument): readonly string[] {
  return findings(document).map(ruleOf);
}

/** Waits for a finding of a rule; the first where there are several. */
export async function finding(document: TextDocument, rule: string): Promise<Diagnostic> {
  await eventually(
    `${rule} is found`,
    () => rulesOf(document),
    (rules) => rules.includes(rule),
  );
  const found = findings(document).find((each) => ruleOf(each) === rule);
  assert.ok(found);
  return found;
}

export async function gone(document: TextDocument, rule: string): Promise<void> {
  await eventually(
    `${rule} is gone`,
    () => rulesOf(document),
    (rules) => !rules.includes(rule),
  );
}

/** Replaces the first occurrence of a text, as typing over it would. */
export async function replace(document: TextDocument, text: string, by: string): Promise<void> {
  const offset = document.getText().indexOf(text);
  assert.notEqual(offset, -1, `the document holds ${text}`);
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(document.positionAt(offset), document.positionAt(offset + text.length)), by);
  assert.ok(await workspace.applyEdit(edit));
}

export async function insertAtStart(document: TextDocument, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, new Position(0, 0), text);
  assert.ok(await workspace.applyEdit(edit));
}

/** The code actions of a finding, with their edits. */
export async function actionsFor(document: TextDocument, { range }: Diagnostic): Promise<readonly CodeAction[]> {
  return commands.executeCommand<CodeAction[]>("vscode.executeCodeActionProvider", document.uri, range, undefined, RESOLVED_ACTIONS);
}

/** Applies a code action as the light bulb does. */
export async function apply({ edit, command }: CodeAction): Promise<void> {
  if (edit !== undefined) assert.ok(await workspace.applyEdit(edit));
  if (command !== undefined) await commands.executeCommand(command.command, ...(command.arguments ?? []));
}

export async function hoverText(document: TextDocument, position: Position): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", document.uri, position);
  return hovers.flatMap(({ contents }) => contents.map((each) => (each instanceof MarkdownString ? each.value : String(each)))).join("\n");
}

/** The language status of the active editor, in the words that people see. */
export function status(): { readonly text: string; readonly detail: string } {
  const extension = extensions.getExtension(EXTENSION);
  assert.ok(extension?.isActive, "the extension is active");
  return extension.exports.status();
}

/** Changes settings of the workspace for as long as an action takes. */
export async function withSettings(settings: Readonly<Record<string, unknown>>, action: () => Promise<void>): Promise<void> {
  const update = async (read: (name: string) => unknown) => {
    for (const name of Object.keys(settings)) await workspace.getConfiguration().update(name, read(name), false);
  };
  await update((name) => settings[name]);
  try {
    await action();
  } finally {
    await update(() => undefined);
  }
}
