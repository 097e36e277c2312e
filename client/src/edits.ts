/** Edits that the server computes and the user asked for. */
import { window, workspace } from "vscode";
import type { BaseLanguageClient, WorkspaceEdit } from "vscode-languageclient";
import { TextDocumentEdit } from "vscode-languageclient";

/**
 * Applies an edit, unless a document has changed since it was computed.
 * @param edit null when what it was for is gone.
 * @returns Whether it was applied; the user is told why not.
 */
export async function applyEdit(client: BaseLanguageClient, edit: WorkspaceEdit | null): Promise<boolean> {
  if (edit === null) return refuse("This finding is gone.");
  if (!isCurrent(client, edit)) return refuse("The file has changed meanwhile. Please try again.");
  const converted = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  return workspace.applyEdit(converted, { isRefactoring: needsPreview(edit) });
}

/** The editor compares versions only for edits that the server sends by itself. */
function isCurrent(client: BaseLanguageClient, edit: WorkspaceEdit): boolean {
  const versions = new Map(workspace.textDocuments.map(({ uri, version }) => [client.code2ProtocolConverter.asUri(uri), version]));
  return (edit.documentChanges ?? [])
    .filter(TextDocumentEdit.is)
    .every(({ textDocument: { uri, version } }) => version === null || version === versions.get(uri));
}

function needsPreview(edit: WorkspaceEdit): boolean {
  return Object.values(edit.changeAnnotations ?? {}).some(({ needsConfirmation }) => needsConfirmation === true);
}

function refuse(reason: string): false {
  void window.showInformationMessage(reason);
  return false;
}
