import type { Connection } from "vscode-languageserver";
import { serverCapabilities } from "./capabilities.ts";
import type { Host } from "./host.ts";
import { answerJoined } from "./joined.ts";
import { Life } from "./life.ts";
import { answerRequests } from "./requests.ts";
import { Service } from "./service.ts";

/** Serves one client over a connection until it shuts the server down. */
export function serve(connection: Connection, host: Host): void {
  const life = new Life();
  connection.onInitialize((params) => {
    const service = new Service(connection, host, params);
    life.begin(service);
    return { capabilities: serverCapabilities(service.partner), serverInfo: { name: "Pillar Hints" } };
  });
  connection.onInitialized(life.notification((service) => service.initialized()));
  connection.onShutdown(() => life.end());
  hearNotifications(connection, life);
  answerRequests(connection, life);
  answerJoined(connection, life);
  connection.listen();
}

function hearNotifications(connection: Connection, life: Life): void {
  connection.onDidOpenTextDocument(life.notification((service, { textDocument }) => service.opened(textDocument)));
  connection.onDidChangeTextDocument(life.notification((service, params) => service.edited(params)));
  connection.onDidSaveTextDocument(life.notification((service, { textDocument }) => service.publisher.due(textDocument.uri, "save")));
  connection.onDidCloseTextDocument(life.notification((service, { textDocument }) => service.closed(textDocument.uri)));
  connection.onDidChangeWatchedFiles(life.notification((service, params) => service.filesChanged(params)));
  connection.onDidChangeConfiguration(life.notification((service, { settings }) => service.settingsChanged(settings)));
}
