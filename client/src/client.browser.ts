/** The extension where VS Code is a page: the server is a worker. */
import { type ExtensionContext, Uri, workspace } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { activateExtension, type Exports } from "./extension.ts";
import { CLIENT_ID, CLIENT_NAME } from "./session.ts";

export function activate(context: ExtensionContext): Exports {
  const startWorker = () => workerFrom(Uri.joinPath(context.extensionUri, "dist/server.worker.js"));
  return activateExtension(context, (options) => new LanguageClient(CLIENT_ID, CLIENT_NAME, startWorker, options));
}

/** The extension may lie on another origin or a remote machine, from where a page must not start a worker: its text is read first. */
async function workerFrom(source: Uri): Promise<Worker> {
  const script = new Blob([new Uint8Array(await workspace.fs.readFile(source))], { type: "text/javascript" });
  const address = URL.createObjectURL(script);
  try {
    return new Worker(address);
  } finally {
    URL.revokeObjectURL(address);
  }
}
