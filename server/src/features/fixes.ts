import type { TextEdit } from "../base/span.ts";
import { writeEdits } from "../dialects/write.ts";
import { type LeftOut, titleInPart } from "../engine/merge.ts";
import type { Reported, Review } from "../engine/reported.ts";
import type { Fix, FixPart } from "../model/edit.ts";

/** What a fix does to the text, and the fix as far as it can be written there: its title and edits speak of nothing else. */
export type WrittenFix = { readonly fix: Fix; readonly edits: readonly TextEdit[] } | { readonly cannot: string };

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
    if (written && "edits" in written) return { fix: written.fix, index, edits: written.edits };
  }
  return undefined;
}

/**
 * What a fix does to the text of its review, or why it can't be written there. One that stands for several findings is
 * written for those for which it can be.
 */
export function writtenFix(review: Review, fix: Fix): WrittenFix {
  const { parts = [] } = fix;
  const written = textOf(review, fix.edits);
  if ("edits" in written && parts.every(({ edits }) => edits.length > 0)) return { fix, edits: written.edits };
  return "cannot" in written && (parts.length < 2 || parts.length > MOST_PARTS) ? written : writtenInPart(review, fix, parts);
}

/** Findings of one cause that are looked at one by one: each may have to be written on its own. */
const MOST_PARTS = 200;

function writtenInPart(review: Review, fix: Fix, parts: readonly FixPart[]): WrittenFix {
  const left: LeftOut[] = [];
  const able = [...writableParts(review, parts, left)];
  const edits = able.flatMap((part) => part.edits);
  const written = able.length === 0 ? { cannot: left[0]?.cannot ?? NO_FIX } : textOf(review, edits);
  if ("cannot" in written) return written;
  return { fix: { ...fix, title: titleInPart(fix, able, left), edits, parts: able }, edits: written.edits };
}

/** Halves the parts until each half can be written or is a single one, since mostly few of many can't be. */
function* writableParts(review: Review, parts: readonly FixPart[], left: LeftOut[]): Generator<FixPart> {
  const [first] = parts;
  if (!first) return;
  const complete = parts.every(({ edits }) => edits.length > 0);
  const edits = parts.flatMap((part) => part.edits);
  const written = complete ? textOf(review, edits) : { cannot: NO_FIX };
  if ("edits" in written) yield* parts;
  else if (parts.length === 1) left.push({ part: first, cannot: written.cannot });
  else {
    const half = parts.length >> 1;
    yield* writableParts(review, parts.slice(0, half), left);
    yield* writableParts(review, parts.slice(half), left);
  }
}

const NO_FIX = "it needs another fix";

function textOf({ template, tree }: Review, edits: Fix["edits"]) {
  return template && tree ? writeEdits(template, tree, edits) : { cannot: "the file is not reviewed" };
}

/** The finding of a fingerprint in this very review; undefined when it is gone. */
export function findingBy(review: Review, fingerprint: string): Reported | undefined {
  return review.findings.find((finding) => finding.fingerprint === fingerprint);
}

/** Whether a review still has a finding, or any of those that were merged into it. */
export function isThere(finding: Reported, { findings }: Pick<Review, "findings">): boolean {
  return findings.some(({ fingerprints }) => fingerprints.some((each) => finding.fingerprints.includes(each)));
}
