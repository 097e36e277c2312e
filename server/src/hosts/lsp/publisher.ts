import type { RunMode } from "../../features/settings.ts";
import type { Session } from "./session.ts";

/** Why findings may be renewed. */
export type Cause = "open" | "change" | "save" | "refresh" | "asked";

const RENEWED_ON: Readonly<Record<RunMode, readonly Cause[]>> = {
  onType: ["open", "change", "save", "refresh", "asked"],
  onSave: ["open", "save", "refresh", "asked"],
  manual: ["asked"],
};

/** Sends diagnostics to a client that does not ask for them. */
export class Publisher {
  readonly #session: Session;
  readonly #due = new Map<string, Cause>();
  /** What a client already has: the id of the report. */
  readonly #sent = new Map<string, string>();
  #running = false;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Several causes before the next turn make one publication. */
  due(uri: string, cause: Cause): void {
    if (this.#session.partner.pulls) return;
    this.#due.set(uri, cause);
    if (!this.#running) void this.#run();
  }

  closed(uri: string): void {
    this.#due.delete(uri);
    if (this.#sent.delete(uri)) void this.#session.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  async #run(): Promise<void> {
    this.#running = true;
    for (let next = this.#due.entries().next(); !next.done; next = this.#due.entries().next()) {
      const [uri, cause] = next.value;
      this.#due.delete(uri);
      try {
        await this.#publish(uri, cause);
      } catch (error) {
        this.#session.connection.console.error(`Diagnostics of ${uri} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      }
    }
    this.#running = false;
  }

  async #publish(uri: string, cause: Cause): Promise<void> {
    const settings = await this.#session.configuration.of(uri);
    if (!RENEWED_ON[settings.run].includes(cause)) return;
    const view = await this.#session.view(uri);
    if (!view) return;
    // What is no template may be what the templates look at.
    if (cause === "change" && view.review.state === "notATemplate") this.#othersDue(uri);
    const { id, items } = this.#session.reports.of(view);
    if (this.#sent.get(uri) === id) return;
    this.#sent.set(uri, id);
    await this.#session.connection.sendDiagnostics({ uri, diagnostics: items, ...(view.version === null ? {} : { version: view.version }) });
  }

  #othersDue(uri: string): void {
    for (const other of this.#session.documents.uris) if (other !== uri) this.due(other, "refresh");
  }
}
