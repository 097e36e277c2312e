import type { TextEdit } from "../base/span.ts";
import { type LeftOut, titleInPart } from "../engine/merge.ts";
import type { Reported, Review } from "../engine/reported.ts";
import { snapshotOf } from "../engine/review.ts";
import { isOfCode } from "../engine/review-code.ts";
import { type WrittenEdits, writtenEdits } from "../engine/written.ts";
import type { Fix, FixPart } from "../model/edit.ts";

/** What a fix does, and the fix as far as it can be written: its title and edits speak of nothing else. */
export type WrittenFix = ({ readonly fix: Fix } & FixTexts) | { readonly cannot: string };

interface FixTexts {
  /** What it does to the text of the document that the finding is in. */
  readonly edits: readonly TextEdit[];
  /** What it does to other files, by address: to the code behind a template, or the template of code. */
  readonly elsewhere: ReadonlyMap<string, readonly TextEdit[]>;
}

/** A fix of a finding, its place among the finding's fixes, and what it does to the text. */
export interface WritableFix {
  readonly fix: Fix;
  readonly index: number;
  readonly edits: readonly TextEdit[];
}

/** The first fix of a finding, in the rule's order, that is accepted and can be written within the document. */
export function firstWritable(review: Review, finding: Reported, accepts: (fix: Fix) => boolean = () => true): WritableFix | undefined {
  for (const [index, fix] of finding.fixes.entries()) {
    const written = accepts(fix) ? writtenFix(review, finding, fix) : undefined;
    if (written && "edits" in written && written.elsewhere.size === 0) return { fix: written.fix, index, edits: written.edits };
  }
  return undefined;
}

/**
 * What a fix does to the text of its review, or why it can't be written there. One that stands for several findings is
 * written for those for which it can be.
 */
export function writtenFix(shown: Review, finding: Reported, fix: Fix): WrittenFix {
  const review: Source = { of: sourceOf(shown, finding), own: finding.uri };
  const { parts = [] } = fix;
  const written = textOf(review, fix.edits);
  if ("edits" in written && parts.every(({ edits }) => edits.length > 0)) return { fix, ...written };
  return "cannot" in written && (parts.length < 2 || parts.length > MOST_PARTS) ? written : writtenInPart(review, fix, parts);
}

/** Findings of one cause that are looked at one by one: each may have to be written on its own. */
const MOST_PARTS = 200;

function writtenInPart(review: Source, fix: Fix, parts: readonly FixPart[]): WrittenFix {
  const left: LeftOut[] = [];
  const able = [...writableParts(review, parts, left)];
  const edits = able.flatMap((part) => part.edits);
  const written = able.length === 0 ? { cannot: left[0]?.cannot ?? NO_FIX } : textOf(review, edits);
  if ("cannot" in written) return written;
  return { fix: { ...fix, title: titleInPart(fix, able, left), edits, parts: able }, edits: written.edits, elsewhere: written.elsewhere };
}

/** Halves the parts until each half can be written or is a single one, since mostly few of many can't be. */
function* writableParts(review: Source, parts: readonly FixPart[], left: LeftOut[]): Generator<FixPart> {
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

/** The review that a finding is from, and the document that it is shown in. */
interface Source {
  readonly of: Review;
  readonly own: string;
}

/** The review of the template that a finding is from: its fixes speak of that. */
const sourceOf = (review: Review, finding: Reported): Review => (isOfCode(review) ? (review.sources.get(finding) ?? review) : review);

function textOf({ of, own }: Source, edits: Fix["edits"]): FixTexts | { readonly cannot: string } {
  const snapshot = snapshotOf(of);
  const written: WrittenEdits = snapshot ? writtenEdits(of, snapshot, edits) : { cannot: "the file is not reviewed" };
  if ("cannot" in written) return written;
  const elsewhere = new Map([...written.files].filter(([uri, made]) => uri !== own && made.length > 0));
  return { edits: written.files.get(own) ?? [], elsewhere };
}

/** The finding of a fingerprint in this very review; undefined when it is gone. */
export function findingBy(review: Review, fingerprint: string): Reported | undefined {
  return review.findings.find((finding) => finding.fingerprint === fingerprint);
}

/** Whether a review still has a finding, or any of those that were merged into it. */
export function isThere(finding: Reported, { findings }: Pick<Review, "findings">): boolean {
  return findings.some(({ fingerprints }) => fingerprints.some((each) => finding.fingerprints.includes(each)));
}
