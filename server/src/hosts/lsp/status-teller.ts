import { same } from "../../base/memo.ts";
import { type Status, statusOf } from "../../features/status.ts";
import { STATUS } from "./protocol.ts";
import type { Session } from "./session.ts";

/** A status is read by a person: it waits until the typing rests. Milliseconds. */
const REST = 80;

/** Tells our client the status of each document that was reviewed, when it is another one than before. */
export class StatusTeller {
  readonly #session: Session;
  readonly #due = new Set<string>();
  readonly #told = new Map<string, Status>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  due(uri: string): void {
    if (!this.#session.partner.ours) return;
    this.#due.add(uri);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#tellAll(), REST);
  }

  forget(uri: string): void {
    this.#due.delete(uri);
    this.#told.delete(uri);
  }

  async #tellAll(): Promise<void> {
    for (const uri of [...this.#due]) {
      this.#due.delete(uri);
      try {
        await this.#tell(uri);
      } catch (error) {
        this.#session.connection.console.error(`The status of ${uri} failed: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }

  async #tell(uri: string): Promise<void> {
    const settings = await this.#session.configuration.of(uri);
    const view = this.#session.viewNow(uri, settings);
    const status = view && statusOf(view);
    if (!status || same(this.#told.get(uri), status)) return;
    this.#told.set(uri, status);
    await this.#session.connection.sendNotification(STATUS, status);
  }
}
