import type { Publisher } from "./publisher.ts";
import type { Session } from "./session.ts";

/** What one document changes in others is told when the typing rests. Milliseconds. */
const REST = 150;

/** Renews what other open documents show when one is edited: a template and the code behind it are reviewed as one. */
export class Neighbours {
  readonly #session: Session;
  readonly #publisher: Publisher;
  readonly #refresh: () => void;
  readonly #edited = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param refresh has a client that asks for diagnostics ask again */
  constructor(session: Session, publisher: Publisher, refresh: () => void) {
    this.#session = session;
    this.#publisher = publisher;
    this.#refresh = refresh;
  }

  changed(uri: string): void {
    this.#edited.add(uri);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#renew(), REST);
  }

  async #renew(): Promise<void> {
    const { documents, partner } = this.#session;
    const others = documents.uris.filter((uri) => this.#edited.size > 1 || !this.#edited.has(uri));
    this.#edited.clear();
    for (const uri of partner.pulls ? [] : others) this.#publisher.due(uri, "refresh");
    for (const uri of partner.pulls ? others : []) if (await this.#saysSomethingNew(uri)) return this.#refresh();
  }

  /** Only a document that was asked for before can have been told something else. */
  async #saysSomethingNew(uri: string): Promise<boolean> {
    const { reports } = this.#session;
    const before = reports.lastId(uri);
    const view = before === undefined ? undefined : await this.#session.view(uri);
    return view !== undefined && reports.of(view).id !== before;
  }
}
