/** The report that a bug report needs, without the text of any file. */
import { type ExtensionContext, env, version, window } from "vscode";
import { DEBUG_REPORT, type DebugReportResult } from "../../server/src/hosts/lsp/protocol.ts";
import type { Session } from "./session.ts";

const SHOWN_MILLISECONDS = 5000;

/** Copies what the editor and the server say about themselves; a server that can't start is part of the report. */
export async function copyDebugReport(context: ExtensionContext, session: Session): Promise<void> {
  const editor = `# Pillar Hints ${context.extension.packageJSON.version}\n\n${env.appName} ${version} (${env.appHost}${env.remoteName ? `, ${env.remoteName}` : ""})`;
  await env.clipboard.writeText(`${editor}\n\n${await serverReport(session)}\n`);
  window.setStatusBarMessage("Pillar Hints: the debug report is on the clipboard", SHOWN_MILLISECONDS);
}

async function serverReport(session: Session): Promise<string> {
  try {
    const client = await session.client();
    return (await client.sendRequest<DebugReportResult>(DEBUG_REPORT)).markdown;
  } catch (error) {
    return `The server does not answer: ${error instanceof Error ? error.message : String(error)}`;
  }
}
