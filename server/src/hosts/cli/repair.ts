import { writeFileSync } from "node:fs";
import { applyEdits } from "../../base/span.ts";
import type { Review } from "../../engine/reported.ts";
import { fixAll, safe } from "../../features/fix-all.ts";
import { DEFAULT_SETTINGS } from "../../features/settings.ts";
import type { Loaded } from "../node/files.ts";
import type { Reviewed } from "../node/reviewer.ts";
import { encoded } from "../node/text.ts";

export interface Repaired {
  /** The review of what stands in the file now. */
  readonly review: Review;
  readonly fixed: number;
  /** Why the file was left as it is although there was something to repair. */
  readonly problem?: string;
}

/**
 * Writes the safe fixes of a reviewed file back to it; outside of them no byte changes.
 * @param rules only fixes of these; of all where none is named
 */
export function repair(path: string, loaded: Loaded, { review, revise }: Reviewed, rules: readonly string[]): Repaired {
  const unchanged = { review, fixed: 0 };
  if (review.state !== "reviewed") return unchanged;
  const { edits, fixed, left } = finish(
    fixAll({ review, revise, settings: DEFAULT_SETTINGS }, (fix, finding) => safe(fix, finding) && (rules.length === 0 || rules.includes(finding.rule.id))),
  );
  if (edits.length === 0) return unchanged;
  if (!loaded.exact) return { ...unchanged, problem: "The file is not UTF-8: its fixes were not written." };
  const text = applyEdits(loaded.text, edits);
  try {
    writeFileSync(path, encoded({ text, byteOrderMark: loaded.byteOrderMark }));
  } catch (error) {
    return { ...unchanged, problem: `The fixes could not be written: ${error instanceof Error ? error.message : String(error)}` };
  }
  return { review: left, fixed };
}

function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
