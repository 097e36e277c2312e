import { PROJECT_FILE } from "../../engine/governing.ts";
import { readProjectFile } from "../../engine/project-file.ts";
import type { Crash, Review } from "../../engine/reported.ts";
import { review } from "../../engine/review.ts";
import { type CodeReview, reviewCode } from "../../engine/review-code.ts";
import { apply, type Change, emptySnapshot, type Snapshot } from "../../engine/snapshot.ts";
import type { Host } from "./host.ts";
import type { Found } from "./reader.ts";

/** The newest snapshot, and the last review of each file that was asked for: the one of the next snapshot borrows from it. */
export class Workspace {
  readonly #host: Host;
  readonly #onCrash: (crash: Crash) => void;
  readonly #reviews = new Map<string, { readonly review: Review; readonly of: Snapshot }>();
  readonly #codeReviews = new Map<string, { readonly review: CodeReview; readonly of: Snapshot }>();
  /** Readings of files that were not reviewed yet. */
  readonly #outlines = new Map<string, { readonly review: Review; readonly of: Snapshot }>();
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

  /** An open document counts as it is in the editor. One that is as it was read stays the same object, so that nothing has to be looked at again. */
  open(uri: string, text: string): void {
    const known = this.#snapshot.files.get(uri);
    if (known?.state !== "loaded" || known.text !== text) this.apply({ uri, file: { state: "loaded", text } });
  }

  /** Takes in what was read. An open document, or an earlier reading, knows better. */
  learn(found: readonly Found[]): void {
    const { files, parsers } = this.#snapshot;
    const fresh = found.filter((each) => ("grammar" in each ? !parsers.has(each.grammar) : !files.has(each.uri)));
    if (fresh.length > 0) this.apply(...fresh);
  }

  /** Nothing is computed where nothing has changed since. */
  review(uri: string): Review {
    this.#keepDay();
    const last = this.#reviews.get(uri);
    if (last?.of === this.#snapshot) return last.review;
    const next = this.#withNotices(review(this.#snapshot, uri, this.#host.rules, last?.review ?? this.#outlines.get(uri)?.review));
    this.#outlines.delete(uri);
    this.#reviews.set(uri, { review: next, of: this.#snapshot });
    for (const crash of next.crashes) this.#tell(crash);
    return next;
  }

  /** The same for a file of code; the templates that it belongs to are reviewed with it. */
  reviewCode(uri: string): CodeReview {
    this.#keepDay();
    const last = this.#codeReviews.get(uri);
    if (last?.of === this.#snapshot) return last.review;
    const next = reviewCode(this.#snapshot, uri, (template) => this.review(template));
    this.#codeReviews.set(uri, { review: next, of: this.#snapshot });
    return next;
  }

  isReviewed(uri: string): boolean {
    return this.#reviews.has(uri) || this.#codeReviews.has(uri);
  }

  /**
   * A file without any check, as long as it was not reviewed: enough to know what stands beside and behind it, for a small part of what a review
   * costs that would have to be done again.
   */
  outline(uri: string): Review {
    if (this.#reviews.has(uri)) return this.review(uri);
    const last = this.#outlines.get(uri);
    if (last?.of === this.#snapshot) return last.review;
    const next = review(this.#snapshot, uri, [], last?.review);
    this.#outlines.set(uri, { review: next, of: this.#snapshot });
    return next;
  }

  /** The same for a file of code. */
  outlineCode(uri: string): CodeReview {
    return reviewCode(this.#snapshot, uri, (template) => this.outline(template));
  }

  /** The review that a file would have with another text; it is kept nowhere. */
  revise(uri: string, text: string, previous: Review): Review {
    return review(apply(this.#snapshot, { uri, file: { state: "loaded", text } }), uri, this.#host.rules, previous);
  }

  /** Lets go of all reviews that none of these documents needs. */
  retain(documents: readonly string[]): void {
    const needed = new Set(documents);
    for (const uri of [...this.#codeReviews.keys()].filter((each) => !needed.has(each))) this.#codeReviews.delete(uri);
    for (const { review } of this.#codeReviews.values()) for (const { review: owner } of review.owners) needed.add(owner.uri);
    this.#outlines.clear();
    for (const uri of [...this.#reviews.keys()].filter((each) => !needed.has(each))) this.#reviews.delete(uri);
  }

  #keepDay(): void {
    const today = this.#host.today();
    if (today !== this.#snapshot.today) this.apply({ today });
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
