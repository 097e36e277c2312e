/** The extension where VS Code is a page: the server is a worker. */
import { type ExtensionContext, Uri, workspace } from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from "vscode-languageclient/browser";
import { activateExtension, type Exports } from "./extension.ts";
import { CLIENT_ID, CLIENT_NAME } from "./session.ts";

export function activate(context: ExtensionContext): Exports {
  const connect = () => connectWorker(Uri.joinPath(context.extensionUri, "dist/server.worker.js"));
  return activateExtension(context, (options) => new LanguageClient(CLIENT_ID, CLIENT_NAME, connect, options));
}

/**
 * The extension may lie on another origin or a remote machine, from where a page must not start a worker: its text is read first.
 * The client is given the two ends of the connection, because the editor's own `Worker` fails its test for being one.
 */
async function connectWorker(source: Uri): Promise<MessageTransports> {
  const script = new Blob([new Uint8Array(await workspace.fs.readFile(source))], { type: "text/javascript" });
  const worker = new Worker(URL.createObjectURL(script));
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}
