/** A small editor that speaks with the real server over streams. */
import { PassThrough } from "node:stream";
import type { CancellationToken, Diagnostic, DocumentDiagnosticReport, InitializeParams, PublishDiagnosticsParams } from "vscode-languageserver";
import {
  createConnection,
  createMessageConnection,
  type MessageConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import type { FileState } from "../../../server/src/engine/snapshot.ts";
import type { Host } from "../../../server/src/hosts/lsp/host.ts";
import { READ_FILE, STATUS, type StatusParams } from "../../../server/src/hosts/lsp/protocol.ts";
import { serve } from "../../../server/src/hosts/lsp/server.ts";
import { grammar } from "../../../server/src/hosts/node/grammars.ts";
import { stateOf } from "../engine/workspace.ts";
import { RULES } from "../features/rules.ts";

export const FOLDER = "file:///project";
export const URI = `${FOLDER}/template.yaml`;

/** A client without any optional capability, one that is told diagnostics, and one that asks for them, as VS Code does. */
export const BARE: InitializeParams["capabilities"] = {};
export const PUSHED: InitializeParams["capabilities"] = {
  workspace: { configuration: true, workspaceEdit: { documentChanges: true } },
  textDocument: { publishDiagnostics: { dataSupport: true, versionSupport: true } },
};
export const PULLING: InitializeParams["capabilities"] = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {}, resourceOperations: ["create"] },
  },
  textDocument: {
    hover: { contentFormat: ["markdown", "plaintext"] },
    diagnostic: { dataSupport: true, codeDescriptionSupport: true, relatedInformation: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } },
      dataSupport: true,
      disabledSupport: true,
      isPreferredSupport: true,
      resolveSupport: { properties: ["edit"] },
    },
  },
};

export interface Setup {
  readonly capabilities?: InitializeParams["capabilities"];
  readonly initializationOptions?: unknown;
  /** Files beside the template: path in the project → text. */
  readonly files?: Map<string, string>;
  /** What the editor answers when it is asked for its settings; may be changed later. */
  readonly settings?: { current: unknown };
  readonly host?: Partial<Host>;
}

/** What the server said by itself. */
export interface Heard {
  readonly published: PublishDiagnosticsParams[];
  readonly statuses: StatusParams[];
  readonly logged: string[];
  readonly registered: string[];
  refreshes: number;
  /** Files that were asked for, by the client or from disk. */
  readonly read: string[];
}

export class Editor {
  readonly #connection: MessageConnection;
  readonly heard: Heard = { published: [], statuses: [], logged: [], registered: [], refreshes: 0, read: [] };
  #version = 0;

  private constructor(setup: Setup) {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const readFile = async (uri: string): Promise<FileState> => {
      this.heard.read.push(uri);
      const path = uri.slice(FOLDER.length + 1);
      const text = setup.files?.get(path);
      return text === undefined ? stateOf(Object.fromEntries(setup.files ?? []), path) : { state: "loaded", text };
    };
    serve(createConnection(ProposedFeatures.all, new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), {
      rules: RULES,
      today: () => "2026-11-24",
      turn: () => new Promise((resolve) => setImmediate(resolve)),
      readFile,
      readIamActions: async () => "",
      readGrammar: grammar,
      ...setup.host,
    });
    this.#connection = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    this.#connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => void this.heard.published.push(params));
    this.#connection.onNotification(STATUS, (params: StatusParams) => void this.heard.statuses.push(params));
    this.#connection.onNotification("window/logMessage", ({ message }: { message: string }) => void this.heard.logged.push(message));
    this.#connection.onRequest("workspace/configuration", () => [setup.settings?.current ?? null]);
    this.#connection.onRequest("workspace/diagnostic/refresh", () => {
      this.heard.refreshes += 1;
      return null;
    });
    this.#connection.onRequest("client/registerCapability", ({ registrations }: { registrations: readonly { readonly method: string }[] }) => {
      this.heard.registered.push(...registrations.map(({ method }) => method));
      return null;
    });
    this.#connection.onRequest<FileState, void>(READ_FILE, ({ uri }: { uri: string }) => readFile(uri));
    this.#connection.listen();
  }

  /** An editor whose server has been initialized. */
  static async start(setup: Setup = {}): Promise<Editor> {
    const editor = new Editor(setup);
    const { capabilities = PULLING, initializationOptions } = setup;
    await editor.request("initialize", {
      processId: null,
      rootUri: null,
      capabilities,
      workspaceFolders: [{ uri: FOLDER, name: "project" }],
      ...(initializationOptions === undefined ? {} : { initializationOptions }),
    });
    editor.notify("initialized", {});
    return editor;
  }

  /** An editor that has said nothing yet. */
  static silent(): Editor {
    return new Editor({});
  }

  request<R = unknown>(method: string, params?: unknown, token?: CancellationToken): Promise<R> {
    return token ? this.#connection.sendRequest<R>(method, params, token) : this.#connection.sendRequest<R>(method, params);
  }

  notify(method: string, params: unknown): void {
    void this.#connection.sendNotification(method, params);
  }

  open(text: string, uri = URI, languageId = "yaml"): void {
    this.#version += 1;
    this.notify("textDocument/didOpen", { textDocument: { uri, languageId, version: this.#version, text } });
  }

  /** Types at a position; `range` may be anything, as may the version. */
  edit(range: unknown, text: unknown, version = this.#version + 1, uri = URI): void {
    this.#version = Math.max(this.#version, version);
    this.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ ...(range === undefined ? {} : { range }), text }] });
  }

  /** Replaces everything. */
  write(text: string, uri = URI): void {
    this.edit(undefined, text, undefined, uri);
  }

  report(previousResultId?: string, uri = URI): Promise<DocumentDiagnosticReport> {
    return this.request("textDocument/diagnostic", { textDocument: { uri }, ...(previousResultId === undefined ? {} : { previousResultId }) });
  }

  async pull(uri = URI): Promise<readonly string[]> {
    const report = await this.report(undefined, uri);
    return report.kind === "full" ? report.items.map(named) : [report.kind];
  }

  /** The last diagnostics that were pushed, once there are any that fulfil a condition. */
  async pushed(fulfils: (items: readonly string[]) => boolean = () => true): Promise<readonly string[]> {
    return until(() => {
      const last = this.heard.published.at(-1)?.diagnostics.map(named);
      return last && fulfils(last) ? last : undefined;
    });
  }

  [Symbol.dispose](): void {
    this.#connection.dispose();
  }
}

/** A template with one finding, and the place of it. */
export const QUEUE = `Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      MessageRetentionPeriod: 60
`;
export const VALUE = { start: { line: 4, character: 30 }, end: { line: 4, character: 32 } };

/** An editor in which a template is open. */
export async function opened(text: string, setup: Setup = {}, uri = URI): Promise<Editor> {
  const editor = await Editor.start(setup);
  editor.open(text, uri);
  return editor;
}

/** `5 short-retention`, the line from 1. */
export const named = ({ range, code, message }: Diagnostic): string => `${range.start.line + 1} ${code ?? message}`;

/** Waits for something to be there. */
export async function until<T>(look: () => T | undefined): Promise<T> {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error("It did not happen within two seconds.");
}
