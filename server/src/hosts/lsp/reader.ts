import type { Change, FileState, Snapshot } from "../../engine/snapshot.ts";

/** A review that misses more files than these goes on without the others. */
const MOST_FILES = 500;

/** Reads the files that reviews miss, each once; whoever changes the snapshot decides when a file is read again. */
export class Reader {
  readonly #read: (uri: string) => Promise<FileState>;
  readonly #reading = new Map<string, Promise<Change>>();

  constructor(read: (uri: string) => Promise<FileState>) {
    this.#read = read;
  }

  /** What the snapshot lacks of the wanted files; undefined when it lacks none. */
  missing(snapshot: Snapshot, wanted: readonly string[]): Promise<readonly Change[]> | undefined {
    const lacking = wanted.slice(0, MOST_FILES).filter((uri) => !snapshot.files.has(uri));
    return lacking.length === 0 ? undefined : Promise.all(lacking.map((uri) => this.#once(uri)));
  }

  #once(uri: string): Promise<Change> {
    const known = this.#reading.get(uri);
    if (known) return known;
    const reading = this.#read(uri)
      .catch((): FileState => ({ state: "unreadable" }))
      .then((file): Change => ({ uri, file }))
      .finally(() => this.#reading.delete(uri));
    this.#reading.set(uri, reading);
    return reading;
  }
}
