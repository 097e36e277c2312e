/** What the extension does in every kind of VS Code. */
import { commands, type ExtensionContext } from "vscode";
import { registerCommands } from "./commands.ts";
import { whenConcerned } from "./documents.ts";
import { registerPages } from "./pages.ts";
import { type ClientFactory, createSession } from "./session.ts";
import { createStatus } from "./status.ts";

/** What other extensions may ask this one. */
export interface Exports {
  /** The language status of the active editor, in the words that people see. */
  status(): { readonly text: string; readonly detail: string };
}

/**
 * Registers commands, pages and the status; the server starts with the first document that may be a template or the code behind one, or with the
 * first command that needs it.
 */
export function activateExtension(context: ExtensionContext, createClient: ClientFactory): Exports {
  const status = createStatus();
  const session = createSession(context, createClient, status);
  context.subscriptions.push(status, session, registerPages(session), registerCommands(context, session, status));
  context.subscriptions.push(
    whenConcerned(() => {
      void commands.executeCommand("setContext", "pillarHints.active", true);
      void session.client();
    }),
  );
  return { status: status.shown };
}
