/** The language status: what the document is and what the review found, or why it is silent. */
import { type Disposable, type LanguageStatusItem, LanguageStatusSeverity, languages, type TextDocument, window, workspace } from "vscode";
import type { StatusParams } from "../../server/src/hosts/lsp/protocol.ts";
import { ALL_DOCUMENTS } from "./documents.ts";
import { describe, describePillars, NOT_STARTED } from "./status-text.ts";

export type ServerState = "starting" | "running" | "failed";

export interface Status extends Disposable {
  /** What the server says about one document. */
  document(params: StatusParams): void;
  /** What became of the server itself. */
  server(state: ServerState): void;
  /** The last status of a document. */
  of(document: TextDocument): StatusParams | undefined;
  /** What is shown now. */
  shown(): { readonly text: string; readonly detail: string };
}

export function createStatus(): Status {
  const item = languages.createLanguageStatusItem("pillarHints.status", ALL_DOCUMENTS);
  item.name = "Pillar Hints";
  const statuses = new Map<string, StatusParams>();
  let server: ServerState | "idle" = "idle";

  const of = (document: TextDocument) => statuses.get(document.uri.toString());
  const show = () => {
    const document = window.activeTextEditor?.document;
    if (server === "failed") showFailure(item);
    else if (document !== undefined) showDocument(item, server === "idle" ? NOT_STARTED : textOf(of(document)), of(document));
    item.busy = server === "starting";
  };
  const listeners = [window.onDidChangeActiveTextEditor(show), workspace.onDidCloseTextDocument((document) => statuses.delete(document.uri.toString()))];
  show();
  return {
    of,
    shown: () => ({ text: item.text, detail: item.detail ?? "" }),
    document: (params) => {
      statuses.set(params.uri, params);
      show();
    },
    server: (state) => {
      server = state;
      if (state !== "running") statuses.clear();
      show();
    },
    dispose: () => {
      for (const each of [item, ...listeners]) each.dispose();
    },
  };
}

function textOf(status: StatusParams | undefined): string {
  return status === undefined ? "not reviewed yet" : describe(status);
}

function showDocument(item: LanguageStatusItem, text: string, status: StatusParams | undefined): void {
  item.text = text;
  item.detail = status === undefined ? "" : describePillars(status);
  item.severity = LanguageStatusSeverity.Information;
  const silent = status?.undecided.length ?? 0;
  item.command = silent > 0 ? { command: "pillarHints.showUndecided", title: "Show" } : undefined;
}

function showFailure(item: LanguageStatusItem): void {
  item.text = "the review has stopped";
  item.detail = "The output tells why.";
  item.severity = LanguageStatusSeverity.Error;
  item.command = { command: "pillarHints.restartServer", title: "Restart" };
}
