import type { TextEdit } from "../base/span.ts";
import { type Written, writeEdits } from "../dialects/write.ts";
import type { Reported, Review } from "../engine/reported.ts";
import type { Fix } from "../model/edit.ts";

/** A fix of a finding, its place among the finding's fixes, and what it does to the text. */
export interface WritableFix {
  readonly fix: Fix;
  readonly index: number;
  readonly edits: readonly TextEdit[];
}

/** The first fix of a finding, in the rule's order, that is accepted and can be written. */
export function firstWritable(review: Review, finding: Reported, accepts: (fix: Fix) => boolean = () => true): WritableFix | undefined {
  for (const [index, fix] of finding.fixes.entries()) {
    const written = accepts(fix) ? writtenFix(review, fix) : undefined;
    if (written && "edits" in written) return { fix, index, edits: written.edits };
  }
  return undefined;
}

/** What a fix does to the text of its review, or why it can't be written there. */
export function writtenFix({ template, tree }: Review, fix: Fix): Written {
  return template && tree ? writeEdits(template, tree, fix.edits) : { cannot: "the file is not reviewed" };
}

/** The finding of a fingerprint in this very review; undefined when it is gone. */
export function findingBy(review: Review, fingerprint: string): Reported | undefined {
  return review.findings.find((finding) => finding.fingerprint === fingerprint);
}
