import { stepsOf } from "../base/place.ts";
import { applyEdits, type TextEdit } from "../base/span.ts";
import type { Reported, Review } from "../engine/reported.ts";
import type { Edit, Fix } from "../model/edit.ts";
import { Subject } from "../model/subject.ts";
import { firstWritable, isThere } from "./fixes.ts";
import { edited, editsOf, type LabelledEdit, type Piece, whole } from "./pieces.ts";
import { shown } from "./shown.ts";
import type { View } from "./view.ts";

/** What repairing a whole file needs to know of it. */
export type Fixable = Pick<View, "review" | "settings" | "revise">;

/** Which fixes of a finding may be applied; the first that can be written is. */
export type Choice = (fix: Fix, finding: Reported) => boolean;

export const safe: Choice = ({ safety }) => safety === "safe";
export const ofRule =
  (id: string): Choice =>
  (_, { rule }) =>
    rule.id === id;

export interface FixedAll {
  /** Against the text of the view; none where nothing could be fixed. */
  readonly edits: readonly LabelledEdit[];
  /** How many findings are gone. */
  readonly fixed: number;
  /** The review of the text that the edits leave. */
  readonly left: Review;
}

/** Fixes that touch the same resource wait for another round; real files need two or three. */
const MOST_ROUNDS = 200;

/**
 * Applies the chosen fixes of a file until none is left, reviewing in between, so that each one is computed on the text
 * that the others left. Yields between rounds, for the host to let others in or to give up.
 */
export function* fixAll(view: Fixable, choice: Choice): Generator<void, FixedAll> {
  const original = view.review.tree?.text ?? "";
  // What a fix brings up in what it added is another decision.
  const asked = new Set(view.review.findings.flatMap(({ fingerprints }) => fingerprints));
  const tried = new Map<string, Reported>();
  let pieces: readonly Piece[] = whole(original);
  let review = view.review;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const chosen = compatible({ ...view, review }, (fix, finding) => asked.has(finding.fingerprint) && choice(fix, finding), tried);
    if (chosen.length === 0) break;
    for (const { finding } of chosen) tried.set(finding.fingerprint, finding);
    const edits = chosen.flatMap(({ edits, fix }) => edits.map((edit) => ({ ...edit, labels: [fix.title] })));
    pieces = edited(pieces, edits);
    review = view.revise(applyEdits(review.tree?.text ?? "", edits), review);
    yield;
  }
  return { edits: editsOf(pieces, original), fixed: [...tried.values()].filter((finding) => !isThere(finding, review)).length, left: review };
}

interface Chosen {
  readonly finding: Reported;
  readonly fix: Fix;
  readonly edits: readonly TextEdit[];
}

/** Fixes that leave each other alone: they touch other resources, at other places. */
function compatible(view: Fixable, choice: Choice, tried: ReadonlyMap<string, Reported>): readonly Chosen[] {
  const chosen: Chosen[] = [];
  const touched = new Set<string>();
  for (const { finding } of shown(view.review, view.settings)) {
    if (tried.has(finding.fingerprint)) continue;
    const first = firstWritable(view.review, finding, (fix) => choice(fix, finding));
    if (!first || first.edits.length === 0 || chosen.some(({ edits }) => collide(edits, first.edits))) continue;
    const names = first.fix.edits.flatMap(namesTouched);
    if (names.some((name) => touched.has(name))) continue;
    for (const name of names) touched.add(name);
    chosen.push({ finding, fix: first.fix, edits: first.edits });
  }
  return chosen;
}

/** The resources that an edit writes into or adds, by logical id. Two additions that wish for the same id would both get it. */
function namesTouched(edit: Edit): readonly string[] {
  if ("add" in edit) return [edit.id, rootOf(edit.beside)];
  if ("sendFailuresOf" in edit) return [rootOf(edit.sendFailuresOf)];
  if ("setForAll" in edit) return ["Globals"];
  if ("grant" in edit) return [rootOf(edit.to), ...(edit.insteadOf ? [rootOf(edit.insteadOf)] : [])];
  if ("append" in edit) return [rootOf(edit.append)];
  if ("set" in edit) return [rootOf(edit.set)];
  if ("code" in edit) return [];
  const at = "replace" in edit ? edit.replace : "rename" in edit ? edit.rename : edit.remove;
  if (at instanceof Subject) return [rootOf(at)];
  const place = "known" in at ? at.place : at;
  return [String(stepsOf(place.path)[1] ?? "")];
}

const rootOf = ({ id }: Subject): string => id.split("/")[0] ?? id;

function collide(some: readonly TextEdit[], others: readonly TextEdit[]): boolean {
  return some.some(({ span: a }) => others.some(({ span: b }) => a.start <= b.end && b.start <= a.end));
}
