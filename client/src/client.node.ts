/** The extension where VS Code has Node: the server is a process of its own. */
import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { activateExtension, type Exports } from "./extension.ts";
import { CLIENT_ID, CLIENT_NAME } from "./session.ts";

export function activate(context: ExtensionContext): Exports {
  const module = Uri.joinPath(context.extensionUri, "dist/server.js").fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ["--nolazy", "--inspect=6009"] } };
  return activateExtension(context, (options) => new LanguageClient(CLIENT_ID, CLIENT_NAME, { run, debug }, options));
}
