import { type ClientCapabilities, type InitializeParams, type ServerCapabilities, TextDocumentSyncKind } from "vscode-languageserver";
import type { Client } from "../../features/client.ts";
import { FIX_ALL_KIND, QUICK_FIX } from "../../features/code-actions.ts";
import { COMMANDS, type InitializationOptions } from "./protocol.ts";

/** What the server must know of its client beyond what features show. */
export interface Partner {
  readonly client: Client;
  /** Asks for diagnostics by itself; else they are pushed. */
  readonly pulls: boolean;
  /** Asks again when told that diagnostics have changed. */
  readonly refreshes: boolean;
  /** Answers `workspace/configuration`. */
  readonly configures: boolean;
  /** Tells of changed settings once it is asked to. */
  readonly announcesSettings: boolean;
  /** Tells of workspace folders that come and go. */
  readonly announcesFolders: boolean;
  /** Watches files once it is asked to. */
  readonly watches: boolean;
  readonly readsFiles: boolean;
  /** Is our own client, which knows what our notifications mean. */
  readonly ours: boolean;
  readonly assets: string | undefined;
}

export function partnerOf({ capabilities, initializationOptions }: InitializeParams): Partner {
  const options = optionsOf(initializationOptions);
  const { workspace, textDocument } = capabilities;
  const ownWatchers = options.readsFiles === true;
  return {
    client: clientOf(capabilities, options),
    pulls: textDocument?.diagnostic !== undefined,
    refreshes: workspace?.diagnostics?.refreshSupport === true,
    configures: workspace?.configuration === true,
    announcesSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    announcesFolders: workspace?.workspaceFolders === true,
    watches: !ownWatchers && workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    readsFiles: options.readsFiles === true,
    ours: options.commands === true,
    assets: options.assets,
  };
}

export function serverCapabilities({ pulls }: Partner): ServerCapabilities {
  return {
    positionEncoding: "utf-16",
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentLinkProvider: { resolveProvider: false },
    codeLensProvider: { resolveProvider: false },
    completionProvider: { triggerCharacters: [".", '"', "'"] },
    codeActionProvider: { codeActionKinds: [QUICK_FIX, FIX_ALL_KIND], resolveProvider: true },
    ...(pulls ? { diagnosticProvider: { identifier: "pillar-hints", interFileDependencies: true, workspaceDiagnostics: false } } : {}),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}

function clientOf({ workspace, textDocument }: ClientCapabilities, options: InitializationOptions): Client {
  // Before 3.18 a client that pulls said what its diagnostics may have where it speaks of pushed ones.
  const diagnostics = { ...textDocument?.publishDiagnostics, ...textDocument?.diagnostic };
  const actions = textDocument?.codeAction;
  return {
    markdown: textDocument?.hover?.contentFormat?.includes("markdown") === true,
    relatedInformation: diagnostics.relatedInformation === true,
    codeDescription: diagnostics.codeDescriptionSupport === true,
    diagnosticData: diagnostics.dataSupport === true,
    codeActions: actions?.codeActionLiteralSupport !== undefined,
    preferredActions: actions?.isPreferredSupport === true,
    disabledActions: actions?.disabledSupport === true,
    resolvesEdits: actions?.dataSupport === true && actions.resolveSupport?.properties.includes("edit") === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    changeAnnotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes("create") === true,
    commands: options.commands === true ? COMMANDS : undefined,
    pages: options.pages,
  };
}

/** What a client sends may be anything; each field of the wrong type counts as absent. */
function optionsOf(from: unknown): InitializationOptions {
  if (typeof from !== "object" || from === null) return {};
  const { pages, readsFiles, commands, assets } = from as Readonly<Record<string, unknown>>;
  return {
    ...(typeof pages === "string" ? { pages } : {}),
    ...(typeof assets === "string" ? { assets } : {}),
    readsFiles: readsFiles === true,
    commands: commands === true,
  };
}
