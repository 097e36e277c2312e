import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { mayNest } from "../../engine/parents.ts";
import type { Review } from "../../engine/reported.ts";
import { review } from "../../engine/review.ts";
import { codeMissed } from "../../engine/review-code.ts";
import { apply, type Change, emptySnapshot, type FileState, grammarIn, type Snapshot } from "../../engine/snapshot.ts";
import type { Rule } from "../../rules/define.ts";
import type { CodeParser, GrammarName } from "../../syntax/code/parser.ts";
import { readFileNow } from "./files.ts";
import { grammar } from "./grammars.ts";

/** A review may ask for files, and having read them for more; each round follows one reference. */
const MOST_ROUNDS = 20;

export interface ReviewerOptions {
  readonly rules: readonly Rule[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly iamActions: string | undefined;
  /** The workspace folder that a template belongs to, both as absolute paths. */
  readonly folderOf: (path: string) => string;
}

/** A review and what it was made from, to go on from there. */
export interface Reviewed {
  readonly review: Review;
  /** What was reviewed, and everything that was read for it. */
  readonly snapshot: Snapshot;
  /** The review of the same file with another text. It reads no further file. */
  readonly revise: (text: string, previous?: Review) => Review;
}

/** Reviews files of the disk, one after the other; what stands beside them is read once for all. */
export class Reviewer {
  readonly #options: ReviewerOptions;
  readonly #beside = new Map<string, FileState>();
  /** Templates that nest others: read once too, but known to a review only where it asks for them, so that no review depends on those before it. */
  readonly #nesting = new Map<string, FileState>();
  readonly #parsers = new Map<GrammarName, CodeParser>();

  constructor(options: ReviewerOptions) {
    this.#options = options;
  }

  /** Reviews one file, reading what the review asks for until it asks for nothing new. It waits for nothing but grammars, each of which is loaded once. */
  async review(path: string, text: string): Promise<Reviewed> {
    const { rules } = this.#options;
    const uri = pathToFileURL(path).href;
    let snapshot = this.#snapshotOf(path, uri, text);
    let result = review(snapshot, uri, []);
    snapshot = await this.#withCode(await this.#with(snapshot, result.wanted), result);
    result = review(snapshot, uri, rules, result);
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const missing = result.wanted.filter((wanted) => !snapshot.files.has(wanted));
      if (missing.length === 0) break;
      snapshot = await this.#withCode(await this.#with(snapshot, missing), result);
      result = review(snapshot, uri, rules, result);
    }
    const revise = (changed: string, previous?: Review) => review(apply(snapshot, { uri, file: { state: "loaded", text: changed } }), uri, rules, previous);
    return { review: result, snapshot, revise };
  }

  /** The files of a name that reviews have read beside their templates: address → text. */
  besideNamed(name: string): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    for (const [uri, file] of this.#beside) if (file.state === "loaded" && uri.endsWith(`/${name}`)) found.set(uri, file.text);
    return found;
  }

  #snapshotOf(path: string, uri: string, text: string): Snapshot {
    const { today, iamActions, folderOf } = this.#options;
    const files = new Map(this.#beside).set(uri, { state: "loaded", text });
    return { ...emptySnapshot(today), iamActions, folders: [folderUri(folderOf(path))], files, parsers: new Map(this.#parsers) };
  }

  async #with(snapshot: Snapshot, wanted: readonly string[]): Promise<Snapshot> {
    const changes: Change[] = [];
    for (const uri of wanted) if (!snapshot.files.has(uri)) changes.push(await this.#found(uri));
    return apply(snapshot, ...changes);
  }

  async #withCode(snapshot: Snapshot, of: Review): Promise<Snapshot> {
    let filled = snapshot;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const missed = codeMissed(of, filled);
      if (missed.length === 0) break;
      filled = await this.#with(filled, missed);
    }
    return filled;
  }

  async #found(uri: string): Promise<Change> {
    const name = grammarIn(uri);
    if (!name) return { uri, file: this.#read(uri) };
    const parser = await grammar(name);
    if (!parser) return { uri, file: { state: "unreadable" } };
    this.#parsers.set(name, parser);
    this.#beside.set(uri, { state: "loaded", text: "" });
    return { grammar: name, parser };
  }

  #read(uri: string): FileState {
    const state = this.#beside.get(uri) ?? this.#nesting.get(uri) ?? readFileNow(uri);
    const nests = state.state === "loaded" && mayNest(state.text);
    (nests ? this.#nesting : this.#beside).set(uri, state);
    return state;
  }
}

const folderUri = (path: string): string => pathToFileURL(join(path, "x")).href.slice(0, -2);
