import type {
  Connection,
  DidChangeTextDocumentParams,
  DidChangeWatchedFilesParams,
  InitializeParams,
  TextDocumentItem,
  WorkspaceFoldersChangeEvent,
} from "vscode-languageserver";
import { DidChangeWatchedFilesNotification, FileChangeType } from "vscode-languageserver";
import { folderOf } from "../../base/address.ts";
import { type Partner, partnerOf } from "./capabilities.ts";
import type { Host } from "./host.ts";
import { Publisher } from "./publisher.ts";
import { Session } from "./session.ts";
import { StatusTeller } from "./status-teller.ts";

/** Files beside templates whose changes change what a review finds. */
const WATCHED = "**/{*.yaml,*.yml,*.json,*.template,requirements.txt,samconfig.toml}";

/** So long after the last letter a value counts as written. Milliseconds. */
const SETTLED_AFTER = 600;

/** What the editor tells, and whom that concerns. */
export class Service {
  readonly session: Session;
  readonly publisher: Publisher;
  readonly #connection: Connection;
  readonly #statuses: StatusTeller;
  readonly #settling = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(connection: Connection, host: Host, params: InitializeParams) {
    this.#connection = connection;
    this.session = new Session(connection, host, partnerOf(params));
    this.publisher = new Publisher(this.session);
    this.#statuses = new StatusTeller(this.session);
    this.session.onChanged = () => this.refresh();
    this.session.onViewed = (uri) => this.#statuses.due(uri);
    this.session.workspace.apply({ folders: foldersOf(params) });
  }

  get partner(): Partner {
    return this.session.partner;
  }

  /** After `initialized` the server may ask for more. */
  initialized(): void {
    const { announcesFolders, watches } = this.partner;
    if (announcesFolders) this.#connection.workspace.onDidChangeWorkspaceFolders((event) => this.foldersChanged(event));
    this.#asking(this.session.configuration.listen());
    if (watches) this.#asking(this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: WATCHED }] }));
  }

  opened(item: TextDocumentItem): void {
    const document = this.session.documents.open(item);
    this.session.workspace.apply({ uri: item.uri, file: { state: "loaded", text: document.getText() } });
    this.publisher.due(item.uri, "open");
    this.#statuses.due(item.uri);
  }

  edited(params: DidChangeTextDocumentParams): void {
    const document = this.session.documents.change(params);
    if (!document) return;
    this.session.workspace.apply({ uri: document.uri, file: { state: "loaded", text: document.getText() } });
    this.publisher.due(document.uri, "change");
    this.#settleSoon(document.uri);
  }

  closed(uri: string): void {
    const { documents, workspace, configuration, reports } = this.session;
    documents.close(uri);
    clearTimeout(this.#settling.get(uri));
    this.#settling.delete(uri);
    workspace.apply({ uri, file: undefined });
    for (const each of [workspace, configuration, reports, this.#statuses]) each.forget(uri);
    this.publisher.closed(uri);
  }

  filesChanged({ changes }: DidChangeWatchedFilesParams): void {
    const { documents, workspace } = this.session;
    const listed = changes.filter(({ type }) => type !== FileChangeType.Changed).flatMap(({ uri }) => folderOf(uri) ?? []);
    const known = [...new Set([...changes.map(({ uri }) => uri), ...listed])].filter((uri) => workspace.snapshot.files.has(uri) && !documents.get(uri));
    if (known.length === 0) return;
    workspace.apply(...known.map((uri) => ({ uri, file: undefined })));
    this.refresh();
  }

  foldersChanged({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = new Set(removed.map(({ uri }) => withoutSlash(uri)));
    const kept = this.session.workspace.snapshot.folders.filter((folder) => !gone.has(folder));
    this.session.workspace.apply({ folders: [...kept, ...added.map(({ uri }) => withoutSlash(uri))] });
    this.refresh();
  }

  settingsChanged(settings: unknown): void {
    this.session.configuration.changed(settings);
    this.refresh();
  }

  /** Has the diagnostics of all open documents renewed. */
  refresh(): void {
    const { pulls, refreshes } = this.partner;
    if (pulls && refreshes && this.session.documents.uris.length > 0) this.#connection.languages.diagnostics.refresh();
    for (const uri of this.session.documents.uris) this.publisher.due(uri, "refresh");
  }

  /** When nothing more is typed, what was kept back is shown. */
  #settleSoon(uri: string): void {
    clearTimeout(this.#settling.get(uri));
    const settle = () => {
      this.#settling.delete(uri);
      this.session.documents.settle(uri);
      if (this.session.reports.holds(uri)) this.refresh();
    };
    this.#settling.set(uri, setTimeout(settle, SETTLED_AFTER));
  }

  /** A client that refuses what it said it could is no reason to stop. */
  #asking(request: Promise<unknown>): void {
    request.catch((error: unknown) => this.#connection.console.warn(`The editor refuses: ${error instanceof Error ? error.message : String(error)}`));
  }
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => withoutSlash(uri));
  return rootUri ? [withoutSlash(rootUri)] : [];
}

const withoutSlash = (uri: string): string => uri.replace(/\/+$/, "");
