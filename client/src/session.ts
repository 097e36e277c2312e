/** The language client and its life: started when it is first needed, restarted by the user or after a crash. */
import { type Disposable, type ExtensionContext, type LogOutputChannel, window } from "vscode";
import { type BaseLanguageClient, type LanguageClientOptions, State } from "vscode-languageclient";
import { READ_BYTES, READ_FILE, type ReadBytesResult, type ReadFileResult, STATUS, type StatusParams } from "../../server/src/hosts/lsp/protocol.ts";
import { readBytes, readFile } from "./files.ts";
import { clientOptions, watchFiles } from "./options.ts";
import type { Status } from "./status.ts";

/** Also the section of the setting `pillarHints.trace.server`. */
export const CLIENT_ID = "pillarHints";
export const CLIENT_NAME = "Pillar Hints";

/** Makes a client that is not started yet: over a process or a worker. */
export type ClientFactory = (options: LanguageClientOptions) => BaseLanguageClient;

export interface Session extends Disposable {
  readonly output: LogOutputChannel;
  /** The running client; starts the server where it does not run. Rejects when it can't be started. */
  client(): Promise<BaseLanguageClient>;
  /** The running client, where there is one. */
  readonly running: BaseLanguageClient | undefined;
  /** Stops the server and starts a new one. Two requests at once make one restart. */
  restart(): Promise<void>;
}

export function createSession(context: ExtensionContext, createClient: ClientFactory, status: Status): Session {
  const output = window.createOutputChannel(CLIENT_NAME, { log: true });
  let client: BaseLanguageClient | undefined;
  let starting: Promise<BaseLanguageClient> | undefined;
  let restarting: Promise<void> | undefined;
  const watchers = watchFiles();

  const begin = async () => {
    const created = createClient(clientOptions(context, output, watchers));
    client = created;
    created.onDidChangeState(({ newState }) => status.server(serverState(newState)));
    created.onNotification(STATUS, (params: StatusParams) => status.document(params));
    created.onRequest<ReadFileResult, void>(READ_FILE, readFile);
    created.onRequest<ReadBytesResult, void>(READ_BYTES, readBytes);
    await created.start();
    return created;
  };
  const end = async () => {
    const ending = client;
    client = undefined;
    starting = undefined;
    if (ending?.needsStop()) await ending.stop();
    await ending?.dispose();
  };
  const startAgain = async () => {
    await starting?.catch(() => undefined);
    await end();
    await session.client();
  };
  const session: Session = {
    output,
    get running() {
      return client?.isRunning() ? client : undefined;
    },
    client: () => {
      starting ??= begin().catch((error: unknown) => {
        starting = undefined;
        status.server("failed");
        output.error(error instanceof Error ? error : String(error));
        throw error;
      });
      return starting;
    },
    restart: () => {
      restarting ??= startAgain().finally(() => {
        restarting = undefined;
      });
      return restarting;
    },
    dispose: () => {
      for (const watcher of watchers) watcher.dispose();
      output.dispose();
      void end();
    },
  };
  return session;
}

function serverState(state: State): "starting" | "running" | "failed" {
  if (state === State.Running) return "running";
  return state === State.Starting ? "starting" : "failed";
}
