import { type Connection, DidChangeConfigurationNotification } from "vscode-languageserver";
import { DEFAULT_SETTINGS, readSettings, type Settings } from "../../features/settings.ts";
import type { Partner } from "./capabilities.ts";

const SECTION = "pillarHints";

/** The editor's settings per document: asked for once, and again when it says that they changed. */
export class Configuration {
  readonly #connection: Connection;
  readonly #partner: Partner;
  readonly #asked = new Map<string, Promise<Settings>>();
  readonly #told = new Set<string>();
  /** What a client that can't be asked has sent by itself. */
  #sent: Settings = DEFAULT_SETTINGS;

  constructor(connection: Connection, partner: Partner) {
    this.#connection = connection;
    this.#partner = partner;
  }

  /** Asks to be told of changes. */
  async listen(): Promise<void> {
    if (this.#partner.announcesSettings) await this.#connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
  }

  of(uri: string): Promise<Settings> {
    if (!this.#partner.configures) return Promise.resolve(this.#sent);
    const known = this.#asked.get(uri) ?? this.#ask(uri);
    this.#asked.set(uri, known);
    return known;
  }

  /** @param settings What came with the notice of the change; empty from clients that are asked. */
  changed(settings: unknown): void {
    this.#asked.clear();
    if (this.#partner.configures) return;
    const section = typeof settings === "object" && settings !== null ? (settings as Readonly<Record<string, unknown>>)[SECTION] : undefined;
    this.#sent = this.#read(section);
  }

  forget(uri: string): void {
    this.#asked.delete(uri);
  }

  async #ask(uri: string): Promise<Settings> {
    try {
      return this.#read(await this.#connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION }));
    } catch (error) {
      // The next request asks again; until then the defaults are a good guess.
      this.#asked.delete(uri);
      this.#connection.console.warn(`The settings could not be read: ${error instanceof Error ? error.message : String(error)}`);
      return DEFAULT_SETTINGS;
    }
  }

  #read(from: unknown): Settings {
    const { settings, problems } = readSettings(from);
    for (const problem of problems.filter((each) => !this.#told.has(each))) {
      this.#told.add(problem);
      this.#connection.console.warn(problem);
    }
    return settings;
  }
}
