import type { Change, Snapshot } from "../../engine/snapshot.ts";
import { bounded } from "../node/bounded.ts";

/** What became of an address that was asked for: a file, or a grammar. */
export type Found = Extract<Change, { readonly uri: string; readonly file: object } | { readonly grammar: unknown }>;

/** A review that misses more files than these gets the others when it asks again. */
const MOST_FILES = 5_000;
/** So many files are read at once, whoever asks for them. */
const AT_ONCE = 16;

/** Reads what reviews miss, each once, and whatever comes with it; whoever changes the snapshot decides when a file is read again. */
export class Reader {
  readonly #read: (uri: string) => Promise<readonly Found[]>;
  readonly #inTurn = bounded(AT_ONCE);
  readonly #reading = new Map<string, Promise<readonly Found[]>>();

  constructor(read: (uri: string) => Promise<readonly Found[]>) {
    this.#read = read;
  }

  /** What the snapshot lacks of the wanted files; undefined when it lacks none. */
  missing(snapshot: Snapshot, wanted: readonly string[]): Promise<readonly Found[]> | undefined {
    const lacking = wanted.filter((uri) => !snapshot.files.has(uri)).slice(0, MOST_FILES);
    return lacking.length === 0 ? undefined : Promise.all(lacking.map((uri) => this.#once(uri))).then((found) => found.flat());
  }

  #once(uri: string): Promise<readonly Found[]> {
    const known = this.#reading.get(uri);
    if (known) return known;
    const reading = this.#inTurn(() => this.#read(uri))
      .catch((): readonly Found[] => [{ uri, file: { state: "unreadable" } }])
      .finally(() => this.#reading.delete(uri));
    this.#reading.set(uri, reading);
    return reading;
  }
}
