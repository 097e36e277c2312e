/** How the language client behaves. */
import { type ExtensionContext, env, type FileSystemWatcher, type LogOutputChannel, Uri, workspace } from "vscode";
import { type LanguageClientOptions, RevealOutputChannelOn } from "vscode-languageclient";
import { COMMANDS, type InitializationOptions } from "../../server/src/hosts/lsp/protocol.ts";
import { SELECTOR } from "./documents.ts";
import { provideDiagnostics, skipsPull } from "./runs.ts";

/** Changes of these files change what a review finds: code and its manifests, the project's own file, settings of deployments, and documents that templates include. */
const WATCHED = ["**/*.{yaml,yml,json,template,js,mjs,cjs,jsx,ts,mts,cts,tsx,py}", "**/{requirements.txt,samconfig.toml,Dockerfile*}"];
/** Copies that tools make; nobody edits them, and there are many. */
const GENERATED = /\/(node_modules|\.aws-sam|cdk\.out|\.serverless|\.git|\.?venv|site-packages|__pycache__)\//;

export function clientOptions(context: ExtensionContext, output: LogOutputChannel, fileEvents: FileSystemWatcher[]): LanguageClientOptions {
  const assets = `${Uri.joinPath(context.extensionUri, "dist")}/`;
  const initializationOptions: InitializationOptions = { pages: pagesAddress(context), readsFiles: true, commands: true, assets };
  return {
    documentSelector: SELECTOR,
    outputChannel: output,
    traceOutputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    progressOnInitialization: false,
    initializationOptions,
    diagnosticPullOptions: { onChange: true, onSave: true, filter: skipsPull },
    textSynchronization: { delayOpenNotifications: true },
    markdown: { isTrusted: { enabledCommands: Object.values(COMMANDS) }, supportThemeIcons: true },
    synchronize: { fileEvents },
    middleware: {
      provideDiagnostics,
      workspace: { didChangeWatchedFile: async (event, next) => (GENERATED.test(event.uri) ? undefined : next(event)) },
    },
  };
}

/** The watchers for `clientOptions`; whoever makes them disposes of them. */
export function watchFiles(): FileSystemWatcher[] {
  return WATCHED.map((glob) => workspace.createFileSystemWatcher(glob));
}

/** Where links of findings and hovers point: an address that VS Code hands to this extension, without any network. */
function pagesAddress(context: ExtensionContext): string {
  return `${env.uriScheme}://${context.extension.id}/`;
}
