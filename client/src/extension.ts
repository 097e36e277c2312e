/** What the extension does in every kind of VS Code. */
import { commands, type ExtensionContext } from "vscode";
import { registerCommands } from "./commands.ts";
import { whenTemplateOpens } from "./documents.ts";
import { registerPages } from "./pages.ts";
import { type ClientFactory, createSession } from "./session.ts";
import { createStatus } from "./status.ts";

/**
 * Registers commands, pages and the status; the server starts with the first document that may be a template, or with the first command
 * that needs it.
 */
export function activateExtension(context: ExtensionContext, createClient: ClientFactory): void {
  const status = createStatus();
  const session = createSession(context, createClient, status);
  context.subscriptions.push(status, session, registerPages(session), registerCommands(context, session, status));
  context.subscriptions.push(
    whenTemplateOpens(() => {
      void commands.executeCommand("setContext", "pillarHints.active", true);
      void session.client();
    }),
  );
}
