import type { Diagnostic, DocumentDiagnosticReport } from "vscode-languageserver";
import { same } from "../../base/memo.ts";
import type { Review } from "../../engine/reported.ts";
import { diagnosticsOf } from "../../features/diagnostics.ts";
import type { Settings } from "../../features/settings.ts";
import type { View } from "../../features/view.ts";

/** The diagnostics of one document as they were last computed. */
interface Report {
  readonly id: string;
  readonly items: Diagnostic[];
  readonly review: Review;
  readonly settings: Settings;
}

/** The last diagnostics of each document, so that what has not changed is neither computed nor sent again. */
export class Reports {
  readonly #last = new Map<string, Report>();
  #made = 0;

  /** The same object as long as the diagnostics are the same. */
  of(view: View): { readonly id: string; readonly items: Diagnostic[] } {
    const { review, settings } = view;
    const last = this.#last.get(review.uri);
    if (last && last.review === review && last.settings === settings) return last;
    const items = diagnosticsOf(view);
    const unchanged = last !== undefined && same(last.items, items);
    if (!unchanged) this.#made += 1;
    const next = unchanged ? { ...last, review, settings } : { id: String(this.#made), items, review, settings };
    this.#last.set(review.uri, next);
    return next;
  }

  answer(view: View, previous: string | undefined): DocumentDiagnosticReport {
    const { id, items } = this.of(view);
    return id === previous ? { kind: "unchanged", resultId: id } : { kind: "full", resultId: id, items };
  }

  forget(uri: string): void {
    this.#last.delete(uri);
  }
}
