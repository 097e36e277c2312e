/** When a document is reviewed: while typing, on save, or on command. The server only answers; here it is decided what is asked. */
import { type CancellationToken, type TextDocument, Uri, workspace } from "vscode";
import { type BaseLanguageClient, DiagnosticPullMode, DocumentDiagnosticRequest, type ProvideDiagnosticSignature, vsdiag } from "vscode-languageclient";
import { REVIEW, type ReviewParams, type Settings } from "../../server/src/hosts/lsp/protocol.ts";
import { isHistory } from "./documents.ts";

/** Documents that the user asked to have reviewed, until they are. */
const requested = new Set<string>();

/** Whether a change, a save or a focus is no reason to ask for findings. */
export function skipsPull(document: TextDocument, mode: DiagnosticPullMode): boolean {
  return mode === DiagnosticPullMode.onType && runMode(document) !== "onType";
}

/** Middleware: opening a document and a refresh by the server ask past `skipsPull`, so the mode is looked at here too. */
export async function provideDiagnostics(
  target: TextDocument | Uri,
  previous: string | undefined,
  token: CancellationToken,
  next: ProvideDiagnosticSignature,
): Promise<vsdiag.DocumentDiagnosticReport | undefined | null> {
  const uri = target instanceof Uri ? target : target.uri;
  if (isHistory(uri)) return empty();
  if (!requested.has(uri.toString()) && waits(target, previous)) return previous === undefined ? empty() : unchanged(previous);
  const report = await next(target, previous, token);
  if (!token.isCancellationRequested) requested.delete(uri.toString());
  return report;
}

/** Reviews one document now, whatever the run mode. */
export async function reviewNow(client: BaseLanguageClient, document: TextDocument): Promise<void> {
  const uri = document.uri.toString();
  requested.add(uri);
  const parameters: ReviewParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
  await client.sendRequest(REVIEW, parameters);
  client.getFeature(DocumentDiagnosticRequest.method).refresh();
}

function waits(target: TextDocument | Uri, previous: string | undefined): boolean {
  const mode = runMode(target);
  const unsaved = !(target instanceof Uri) && target.isDirty && previous !== undefined;
  return mode === "manual" || (mode === "onSave" && unsaved);
}

function runMode(scope: TextDocument | Uri): Settings["run"] {
  return workspace.getConfiguration("pillarHints", scope).get<Settings["run"]>("run", "onType");
}

function empty(): vsdiag.DocumentDiagnosticReport {
  return { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] };
}

function unchanged(resultId: string): vsdiag.DocumentDiagnosticReport {
  return { kind: vsdiag.DocumentDiagnosticReportKind.unChanged, resultId };
}
