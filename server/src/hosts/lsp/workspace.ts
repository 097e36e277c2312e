import { PROJECT_FILE } from "../../engine/governing.ts";
import { readProjectFile } from "../../engine/project-file.ts";
import type { Crash, Review } from "../../engine/reported.ts";
import { review } from "../../engine/review.ts";
import { apply, type Change, emptySnapshot, type Snapshot } from "../../engine/snapshot.ts";
import type { Host } from "./host.ts";
import type { Found } from "./reader.ts";

/** The newest snapshot, and the last review of each file that was asked for: the one of the next snapshot borrows from it. */
export class Workspace {
  readonly #host: Host;
  readonly #onCrash: (crash: Crash) => void;
  readonly #reviews = new Map<string, { readonly review: Review; readonly of: Snapshot }>();
  readonly #crashed = new Set<string>();
  #snapshot: Snapshot;

  constructor(host: Host, onCrash: (crash: Crash) => void) {
    this.#host = host;
    this.#onCrash = onCrash;
    this.#snapshot = emptySnapshot(host.today());
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  apply(...changes: readonly Change[]): void {
    this.#snapshot = apply(this.#snapshot, ...changes);
  }

  /** Takes in what was read. An open document, or an earlier reading, knows better. */
  learn(found: readonly Found[]): void {
    const { files, parsers } = this.#snapshot;
    const fresh = found.filter((each) => ("grammar" in each ? !parsers.has(each.grammar) : !files.has(each.uri)));
    if (fresh.length > 0) this.apply(...fresh);
  }

  /** Nothing is computed where nothing has changed since. */
  review(uri: string): Review {
    const today = this.#host.today();
    if (today !== this.#snapshot.today) this.apply({ today });
    const last = this.#reviews.get(uri);
    if (last?.of === this.#snapshot) return last.review;
    const next = this.#withNotices(review(this.#snapshot, uri, this.#host.rules, last?.review));
    this.#reviews.set(uri, { review: next, of: this.#snapshot });
    for (const crash of next.crashes) this.#tell(crash);
    return next;
  }

  /** The review that a file would have with another text; it is kept nowhere. */
  revise(uri: string, text: string, previous: Review): Review {
    return review(apply(this.#snapshot, { uri, file: { state: "loaded", text } }), uri, this.#host.rules, previous);
  }

  forget(uri: string): void {
    this.#reviews.delete(uri);
  }

  /** A project file is no template, but it is read, and something may be wrong with it. */
  #withNotices(of: Review): Review {
    const file = of.uri.endsWith(`/${PROJECT_FILE}`) ? this.#snapshot.files.get(of.uri) : undefined;
    if (file?.state !== "loaded") return of;
    const rules = new Set(this.#host.rules.map(({ id }) => id));
    return { ...of, notices: readProjectFile(file.text, { rules, today: this.#snapshot.today }).notices };
  }

  #tell(crash: Crash): void {
    if (this.#crashed.has(crash.rule)) return;
    this.#crashed.add(crash.rule);
    this.#onCrash(crash);
  }
}
