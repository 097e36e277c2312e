import type { TextEdit as EditorEdit, WorkspaceEdit } from "vscode-languageserver-types";
import type { TextEdit } from "../base/span.ts";
import type { LabelledEdit } from "./pieces.ts";
import type { View } from "./view.ts";

/** Edits of the document as the editor takes them; with the version that they were computed for, where it can compare. */
export function workspaceEdit(view: View, edits: readonly TextEdit[]): WorkspaceEdit {
  return ofDocument(
    view,
    edits.map((edit) => editorEdit(view, edit)),
  );
}

/** The same for a fix that wants a look: it was chosen, so nobody is asked, but a preview says what each change is for. */
export function markedEdit(view: View, edits: readonly TextEdit[], title: string): WorkspaceEdit {
  if (!view.client.changeAnnotations || !view.client.documentChanges) return workspaceEdit(view, edits);
  const annotated = edits.map((edit) => ({ ...editorEdit(view, edit), annotationId: title }));
  return { ...ofDocument(view, annotated), changeAnnotations: { [title]: { label: title, needsConfirmation: false } } };
}

/** The same, each fix to be confirmed in the editor's preview; null where the editor has none, as nobody then would be asked. */
export function confirmedEdit(view: View, edits: readonly LabelledEdit[]): WorkspaceEdit | null {
  if (edits.length === 0 || !view.client.changeAnnotations || !view.client.documentChanges) return null;
  const idOf = (edit: LabelledEdit): string => edit.labels.join("; ");
  const changeAnnotations = Object.fromEntries(edits.map((edit) => [idOf(edit), { label: idOf(edit), needsConfirmation: true }]));
  const annotated = edits.map((edit) => ({ ...editorEdit(view, edit), annotationId: idOf(edit) }));
  return { ...ofDocument(view, annotated), changeAnnotations };
}

function editorEdit({ positions }: View, { span, text }: TextEdit): EditorEdit {
  return { range: positions.range(span), newText: text };
}

function ofDocument({ client, review: { uri }, version }: View, edits: EditorEdit[]): WorkspaceEdit {
  return client.documentChanges ? { documentChanges: [{ textDocument: { uri, version }, edits }] } : { changes: { [uri]: edits } };
}
