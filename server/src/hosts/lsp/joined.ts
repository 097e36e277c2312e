import type { CancellationToken, Connection } from "vscode-languageserver";
import { codeLensesOf } from "../../features/code-lens.ts";
import { completionsOf } from "../../features/completion.ts";
import { definitionOf, documentLinksOf, referencesOf } from "../../features/navigation.ts";
import type { View } from "../../features/view.ts";
import type { Life } from "./life.ts";

interface About {
  readonly textDocument: { readonly uri: string };
}

/** Registers the requests that go between a template and the code behind it. */
export function answerJoined(connection: Connection, life: Life): void {
  const of = <P extends About, R>(answer: (view: View, params: P) => R[]) =>
    life.request(async ({ session }, params: P, token: CancellationToken) => {
      const view = await session.view(params.textDocument.uri, token);
      return view ? answer(view, params) : [];
    });
  connection.onDefinition(of((view, { position }) => definitionOf(view, position)));
  connection.onReferences(of((view, { position }) => referencesOf(view, position)));
  connection.onDocumentLinks(of((view) => documentLinksOf(view)));
  connection.onCodeLens(of((view) => codeLensesOf(view)));
  connection.onCompletion(of((view, { position }) => completionsOf(view, position)));
}
