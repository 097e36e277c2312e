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
import { Neighbours } from "./neighbours.ts";
import { Publisher } from "./publisher.ts";
import { Session } from "./session.ts";
import { StatusTeller } from "./status-teller.ts";

/** Files beside templates, and the code behind them, whose changes change what a review finds. */
const WATCHED = "**/{*.yaml,*.yml,*.json,*.template,requirements.txt,samconfig.toml,*.js,*.mjs,*.cjs,*.jsx,*.ts,*.mts,*.cts,*.tsx,*.py,Dockerfile*}";

/** So long after the last letter a value counts as written. Milliseconds. */
const SETTLED_AFTER = 600;

/** What the editor tells, and whom that concerns. */
export class Service {
  readonly session: Session;
  readonly publisher: Publisher;
  readonly #connection: Connection;
  readonly #statuses: StatusTeller;
  readonly #neighbours: Neighbours;
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(connection: Connection, host: Host, params: InitializeParams) {
    this.#connection = connection;
    this.session = new Session(connection, host, partnerOf(params));
    this.publisher = new Publisher(this.session);
    this.#statuses = new StatusTeller(this.session);
    this.#neighbours = new Neighbours(this.session, this.publisher, () => this.refresh());
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
    this.session.workspace.open(item.uri, document.getText());
    this.publisher.due(item.uri, "open");
    this.#neighbours.changed(item.uri);
    this.#statuses.due(item.uri);
  }

  edited(params: DidChangeTextDocumentParams): void {
    const document = this.session.documents.change(params);
    if (!document) return;
    this.session.workspace.apply({ uri: document.uri, file: { state: "loaded", text: document.getText() } });
    this.publisher.due(document.uri, "change");
    this.#neighbours.changed(document.uri);
    this.#settleSoon();
  }

  closed(uri: string): void {
    const { documents, workspace, configuration, reports } = this.session;
    documents.close(uri);
    workspace.apply({ uri, file: undefined });
    workspace.retain(documents.uris);
    this.#neighbours.changed(uri);
    for (const each of [configuration, reports, this.#statuses]) each.forget(uri);
    this.publisher.closed(uri);
  }

  filesChanged({ changes }: DidChangeWatchedFilesParams): void {
    void this.#walkedAgain(changes.map(({ uri }) => uri));
    const { documents, workspace } = this.session;
    const listed = changes.filter(({ type }) => type !== FileChangeType.Changed).flatMap(({ uri }) => folderOf(uri) ?? []);
    const gone = changes.filter(({ type }) => type === FileChangeType.Deleted).map(({ uri }) => `${uri}/`);
    const below = gone.length === 0 ? [] : [...workspace.snapshot.files.keys()].filter((uri) => gone.some((folder) => uri.startsWith(folder)));
    const known = [...new Set([...changes.map(({ uri }) => uri), ...listed, ...below])].filter(
      (uri) => workspace.snapshot.files.has(uri) && !documents.get(uri),
    );
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

  async #walkedAgain(changed: readonly string[]): Promise<void> {
    const { sources, workspace } = this.session;
    const changes = await sources.walkedAgain(workspace.snapshot, changed).catch(() => []);
    if (changes.length === 0) return;
    workspace.apply(...changes);
    this.refresh();
  }

  /** When nothing more is typed, what was kept back is shown. */
  #settleSoon(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      this.session.documents.settle();
      if (this.session.reports.holding) this.refresh();
    }, SETTLED_AFTER);
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
