import type { FileState, Snapshot } from "../../engine/snapshot.ts";
import { bounded } from "../node/bounded.ts";

export interface FoundFile {
  readonly uri: string;
  readonly file: FileState;
}

/** A review that misses more files than these gets the others when it asks again. */
const MOST_FILES = 5_000;
/** So many files are read at once, whoever asks for them. */
const AT_ONCE = 16;

/** Reads the files that reviews miss, each once; whoever changes the snapshot decides when a file is read again. */
export class Reader {
  readonly #read: (uri: string) => Promise<FileState>;
  readonly #inTurn = bounded(AT_ONCE);
  readonly #reading = new Map<string, Promise<FoundFile>>();

  constructor(read: (uri: string) => Promise<FileState>) {
    this.#read = read;
  }

  /** What the snapshot lacks of the wanted files; undefined when it lacks none. */
  missing(snapshot: Snapshot, wanted: readonly string[]): Promise<readonly FoundFile[]> | undefined {
    const lacking = wanted.filter((uri) => !snapshot.files.has(uri)).slice(0, MOST_FILES);
    return lacking.length === 0 ? undefined : Promise.all(lacking.map((uri) => this.#once(uri)));
  }

  #once(uri: string): Promise<FoundFile> {
    const known = this.#reading.get(uri);
    if (known) return known;
    const reading = this.#inTurn(() => this.#read(uri))
      .catch((): FileState => ({ state: "unreadable" }))
      .then((file): FoundFile => ({ uri, file }))
      .finally(() => this.#reading.delete(uri));
    this.#reading.set(uri, reading);
    return reading;
  }
}
