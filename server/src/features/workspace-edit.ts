import type { TextEdit as EditorEdit, WorkspaceEdit } from "vscode-languageserver-types";
import type { TextEdit } from "../base/span.ts";
import type { LabelledEdit } from "./pieces.ts";
import { positionsIn, type View } from "./view.ts";

/** Edits of the document as the editor takes them; with the version that they were computed for, where it can compare. */
export const workspaceEdit = (view: View, edits: readonly TextEdit[]): WorkspaceEdit => filesEdit(view, new Map([[view.review.uri, edits]]));

/** Edits of several files, by address. */
export function filesEdit(view: View, files: ReadonlyMap<string, readonly TextEdit[]>): WorkspaceEdit {
  return ofFiles(view, files, (edit) => edit);
}

/** The same for a fix that wants a look: it was chosen, so nobody is asked, but a preview says what each change is for. */
export function markedEdit(view: View, files: ReadonlyMap<string, readonly TextEdit[]>, title: string): WorkspaceEdit {
  if (!view.client.changeAnnotations || !view.client.documentChanges) return filesEdit(view, files);
  const annotated = ofFiles(view, files, (edit) => ({ ...edit, annotationId: title }));
  return { ...annotated, changeAnnotations: { [title]: { label: title, needsConfirmation: false } } };
}

/** The same, each fix to be confirmed in the editor's preview; null where the editor has none, as nobody then would be asked. */
export function confirmedEdit(view: View, edits: readonly LabelledEdit[]): WorkspaceEdit | null {
  if (edits.length === 0 || !view.client.changeAnnotations || !view.client.documentChanges) return null;
  const idOf = (edit: LabelledEdit): string => edit.labels.join("; ");
  const changeAnnotations = Object.fromEntries(edits.map((edit) => [idOf(edit), { label: idOf(edit), needsConfirmation: true }]));
  const annotated = edits.map((edit) => ({ ...editorEdit(view, edit), annotationId: idOf(edit) }));
  return { ...ofDocument(view, annotated), changeAnnotations };
}

const editorEdit = ({ positions }: Pick<View, "positions">, { span, text }: TextEdit): EditorEdit => ({ range: positions.range(span), newText: text });

function ofFiles(view: View, files: ReadonlyMap<string, readonly TextEdit[]>, marked: (edit: EditorEdit) => EditorEdit): WorkspaceEdit {
  const all = [...files].flatMap(([uri, edits]) => {
    const positions = positionsIn(view, uri);
    return positions && edits.length > 0 ? [{ uri, edits: edits.map((edit) => marked(editorEdit({ positions }, edit))) }] : [];
  });
  if (!view.client.documentChanges) return { changes: Object.fromEntries(all.map(({ uri, edits }) => [uri, edits])) };
  // Which version of another document was reviewed is not told; its text was the one of the snapshot.
  return { documentChanges: all.map(({ uri, edits }) => ({ textDocument: { uri, version: uri === view.review.uri ? view.version : null }, edits })) };
}

function ofDocument({ client, review: { uri }, version }: View, edits: EditorEdit[]): WorkspaceEdit {
  return client.documentChanges ? { documentChanges: [{ textDocument: { uri, version }, edits }] } : { changes: { [uri]: edits } };
}
