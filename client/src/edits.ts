/** Edits that the server computes and the user asked for. */
import { window, workspace } from "vscode";
import type { BaseLanguageClient, WorkspaceEdit } from "vscode-languageclient";
import { ResponseError, TextDocumentEdit } from "vscode-languageclient";

/**
 * Asks for an edit and applies it, unless a document has changed since it was computed.
 * @param request Answers null when what the edit was for is gone; fails with a sentence where there can be none.
 * @returns Whether it was applied; the user is told why not.
 */
export async function applyEdit(client: BaseLanguageClient, request: () => Promise<WorkspaceEdit | null>): Promise<boolean> {
  const edit = await request().catch(reasonOf);
  if (typeof edit === "string") return refuse(edit);
  if (edit === null) return refuse("This finding is gone.");
  if (!isCurrent(client, edit)) return refuse("The file has changed meanwhile. Please try again.");
  const converted = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  return workspace.applyEdit(converted, { isRefactoring: needsPreview(edit) });
}

function reasonOf(error: unknown): string {
  if (error instanceof ResponseError) return error.message;
  throw error;
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
