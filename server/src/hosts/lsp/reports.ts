import type { Diagnostic, DocumentDiagnosticReport } from "vscode-languageserver";
import { same } from "../../base/memo.ts";
import type { Review } from "../../engine/reported.ts";
import { calmed } from "../../features/calm.ts";
import { diagnosticsOf } from "../../features/diagnostics.ts";
import type { Settings } from "../../features/settings.ts";
import type { View } from "../../features/view.ts";

/** The diagnostics of one document as they were last computed. */
interface Report {
  readonly id: string;
  readonly items: Diagnostic[];
  readonly review: Review;
  readonly settings: Settings;
  /** Fingerprints of the findings in it. */
  readonly shown: ReadonlySet<string>;
  /** Whether findings are kept back, because somebody is typing where they stand. */
  readonly held: boolean;
}

const NONE: ReadonlySet<string> = new Set();

/** The last diagnostics of each document, so that what has not changed is neither computed nor sent again. */
export class Reports {
  readonly #last = new Map<string, Report>();
  #made = 0;

  /** The same object as long as the diagnostics are the same. */
  of(view: View): Report {
    const { review, settings, typing } = view;
    const last = this.#last.get(review.uri);
    if (last && last.review === review && last.settings === settings && !last.held) return last;
    const findings = calmed(review, typing, last?.shown ?? NONE);
    const items = diagnosticsOf({ ...view, review: { ...review, findings } });
    const unchanged = last !== undefined && same(last.items, items);
    if (!unchanged) this.#made += 1;
    const shown = new Set(findings.map(({ fingerprint }) => fingerprint));
    const next: Report = {
      id: unchanged ? last.id : String(this.#made),
      items: unchanged ? last.items : items,
      review,
      settings,
      shown,
      held: findings.length < review.findings.length,
    };
    this.#last.set(review.uri, next);
    return next;
  }

  /** Whether findings of any document are kept back. */
  get holding(): boolean {
    return [...this.#last.values()].some(({ held }) => held);
  }

  /** What a document was last told; undefined where nobody has asked yet. */
  lastId(uri: string): string | undefined {
    return this.#last.get(uri)?.id;
  }

  answer(view: View, previous: string | undefined): DocumentDiagnosticReport {
    const { id, items } = this.of(view);
    return id === previous ? { kind: "unchanged", resultId: id } : { kind: "full", resultId: id, items };
  }

  forget(uri: string): void {
    this.#last.delete(uri);
  }
}
