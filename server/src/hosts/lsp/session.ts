import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Review } from "../../engine/reported.ts";
import { codeMissed } from "../../engine/review-code.ts";
import type { Settings } from "../../features/settings.ts";
import type { Positions, View } from "../../features/view.ts";
import type { Partner } from "./capabilities.ts";
import { Configuration } from "./configuration.ts";
import { Documents, isHandlerCode } from "./documents.ts";
import type { Host } from "./host.ts";
import { type Found, Reader } from "./reader.ts";
import { Reports } from "./reports.ts";
import { Sources } from "./sources.ts";
import { Workspace } from "./workspace.ts";

/** So long an answer waits for files beside the template; what comes later makes the editor ask again. Milliseconds. */
const PATIENCE = 200;
/** A file may name another one that names another one; each round follows one step. */
const MOST_ROUNDS = 30;

/** One client, from `initialize` to `shutdown`: what it has open, and how its questions become views. */
export class Session {
  readonly connection: Connection;
  readonly host: Host;
  readonly partner: Partner;
  readonly documents: Documents;
  readonly workspace: Workspace;
  readonly configuration: Configuration;
  readonly sources: Sources;
  readonly reports = new Reports();
  /** Called when diagnostics of any open document may have changed without a change of the document. */
  onChanged: () => void = () => {};
  /** Called when a document was looked at. */
  onViewed: (uri: string) => void = () => {};
  readonly #reader: Reader;
  #iamActions: Promise<true> | undefined;

  constructor(connection: Connection, host: Host, partner: Partner) {
    this.connection = connection;
    this.host = host;
    this.partner = partner;
    this.documents = new Documents((message) => connection.console.warn(message));
    this.workspace = new Workspace(host, ({ rule, message }) => connection.console.error(`The rule ${rule} failed; the others go on. ${message}`));
    this.configuration = new Configuration(connection, partner);
    this.sources = new Sources(connection, host, partner);
    this.#reader = new Reader((uri) => this.sources.find(uri));
  }

  /**
   * The newest state of an open document, after everything that has arrived was heard; undefined where there is nothing to review.
   * @throws ResponseError when the request was cancelled meanwhile.
   */
  async view(uri: string, token?: CancellationToken): Promise<View | undefined> {
    await this.host.turn();
    goOn(token);
    const settings = await this.configuration.of(uri);
    if (this.documents.get(uri)) await this.#filled(uri);
    goOn(token);
    const view = this.viewNow(uri, settings);
    if (view) this.onViewed(uri);
    return view;
  }

  /** The same from what is known already. */
  viewNow(uri: string, settings: Settings): View | undefined {
    const document = this.documents.get(uri);
    if (!document) return undefined;
    return {
      review: this.#reviewOf(document),
      snapshot: this.workspace.snapshot,
      positions: positionsOf(document),
      version: document.version,
      settings,
      typing: this.documents.typing,
      client: this.partner.client,
      rules: this.host.rules,
      revise: (text, previous) => this.workspace.revise(uri, text, previous),
    };
  }

  /**
   * Runs long work on a view, letting others in between its steps.
   * @throws ResponseError when the request was cancelled, or the text has moved on.
   */
  async finish<T>({ review: { uri }, version }: View, work: Generator<void, T>, token: CancellationToken): Promise<T> {
    for (let step = work.next(); ; step = work.next()) {
      if (step.done) return step.value;
      await this.host.turn();
      goOn(token);
      if (this.documents.get(uri)?.version !== version) throw moved();
    }
  }

  #reviewOf(document: TextDocument): Review {
    return isHandlerCode(document) ? this.workspace.reviewCode(document.uri) : this.workspace.review(document.uri);
  }

  #outlineOf(document: TextDocument): Review {
    return isHandlerCode(document) ? this.workspace.outlineCode(document.uri) : this.workspace.outline(document.uri);
  }

  /** Reads what the review of a file misses, as far as that goes in a moment. */
  async #filled(uri: string): Promise<void> {
    this.#iamActions ??= this.#loadIamActions();
    let inTime = await this.#inTime(this.#iamActions);
    const all = (review: Review) => [...review.wanted, ...codeMissed(review, this.workspace.snapshot)];
    if (inTime && !this.workspace.isReviewed(uri)) inTime = await this.#readFor(uri, (document) => all(this.#outlineOf(document)));
    if (inTime) await this.#readFor(uri, (document) => this.#reviewOf(document).wanted);
  }

  /** Reads what is wanted for a document until nothing new is; false where that took too long. */
  async #readFor(uri: string, wantedFor: (document: TextDocument) => readonly string[]): Promise<boolean> {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const document = this.documents.get(uri);
      const missing = document && this.#reader.missing(this.workspace.snapshot, wantedFor(document));
      if (!missing) return true;
      if (!(await this.#inTime(missing.then((found) => this.#learn(found))))) return false;
    }
    return true;
  }

  /** Waits for knowledge; where that takes too long, the editor is told to ask again when it has come. */
  async #inTime(knowledge: Promise<true>): Promise<boolean> {
    const patience = waiting(PATIENCE);
    const inTime = await Promise.race([knowledge, patience.over]);
    patience.stop();
    if (!inTime) void knowledge.then(() => this.onChanged());
    return inTime;
  }

  #learn(found: readonly Found[]): true {
    this.workspace.learn(found);
    return true;
  }

  async #loadIamActions(): Promise<true> {
    const iamActions = await this.sources.iamActions();
    if (iamActions !== undefined) this.workspace.apply({ iamActions });
    return true;
  }
}

/** The text has changed since an answer was begun, or what it was about is gone. */
export const moved = (): ResponseError<void> => new ResponseError(LSPErrorCodes.ContentModified, "The text has changed meanwhile.");

function goOn(token: CancellationToken | undefined): void {
  if (token?.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled.");
}

function positionsOf(document: TextDocument): Positions {
  return {
    range: ({ start, end }) => ({ start: document.positionAt(start), end: document.positionAt(end) }),
    offset: (position) => document.offsetAt(position),
  };
}

function waiting(milliseconds: number): { readonly over: Promise<false>; readonly stop: () => void } {
  let stop = () => {};
  const over = new Promise<false>((resolve) => {
    const timer = setTimeout(() => resolve(false), milliseconds);
    stop = () => clearTimeout(timer);
  });
  return { over, stop };
}
