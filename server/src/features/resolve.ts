import type { WorkspaceEdit } from "vscode-languageserver-types";
import { type Choice, fixAll, ofRule, safe } from "./fix-all.ts";
import { findingBy, firstWritable, writtenFix } from "./fixes.ts";
import { shown } from "./shown.ts";
import type { View } from "./view.ts";
import { confirmedEdit, filesEdit, markedEdit, workspaceEdit } from "./workspace-edit.ts";

/** What a code action carries instead of its edit: one fix of one finding, all fixes of a rule, or all safe fixes. */
export type Resolvable = { readonly uri: string } & (
  | { readonly rule: string; readonly fingerprint: string; readonly fix: number }
  | { readonly allOf: string }
  | { readonly allSafe: true }
);

/** The edit of a code action, computed on the present text; undefined when what it was for is gone. Yields between units of work. */
export function* resolving(view: View, wanted: Resolvable): Generator<void, WorkspaceEdit | undefined> {
  if ("fingerprint" in wanted) return editOfFix(view, wanted.fingerprint, wanted.fix);
  const { edits } = yield* fixAll(view, "allOf" in wanted ? ofRule(wanted.allOf) : safe);
  return edits.length > 0 ? workspaceEdit(view, edits) : undefined;
}

/** What came of repairing a whole file. */
export interface FixAllOutcome {
  readonly edit: WorkspaceEdit | null;
  /** All fixes that need a look, against the present text too, each to be confirmed; null for none. */
  readonly review: WorkspaceEdit | null;
  readonly fixed: number;
  readonly needReview: number;
  readonly withoutFix: number;
}

/** All safe fixes of a file as one edit, the others as another, and what is left. Yields between units of work. */
export function* fixingAll(view: View): Generator<void, FixAllOutcome> {
  const { edits, fixed, left } = yield* fixAll(view, safe);
  const others = yield* fixAll(view, toBeReviewed);
  const remaining = shown(left, view.settings).map(({ finding }) => finding);
  const fixable = remaining.filter((finding) => firstWritable(left, finding));
  return {
    edit: edits.length > 0 ? workspaceEdit(view, edits) : null,
    review: confirmedEdit(view, others.edits),
    fixed,
    needReview: fixable.length,
    withoutFix: remaining.length - fixable.length,
  };
}

/** Runs a generator to its end, where nothing else waits. */
export function finished<T>(work: Generator<void, T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

/** A finding that a safe fix repairs needs no look. */
const toBeReviewed: Choice = ({ safety }, { fixes }) => safety === "review" && !fixes.some((fix) => fix.safety === "safe");

function editOfFix(view: View, fingerprint: string, index: number): WorkspaceEdit | undefined {
  const finding = findingBy(view.review, fingerprint);
  const fix = finding?.fixes[index];
  const written = fix && writtenFix(view.review, finding, fix);
  if (!written || "cannot" in written) return undefined;
  const edits = new Map([[view.review.uri, written.edits], ...written.elsewhere]);
  return fix.safety === "review" ? markedEdit(view, edits, written.fix.title) : filesEdit(view, edits);
}

/** Whether a value that came back from an editor is one that a code action was given. */
export function isResolvable(value: unknown): value is Resolvable {
  if (typeof value !== "object" || value === null) return false;
  const { uri, fingerprint, fix, allOf, allSafe } = value as Readonly<Record<string, unknown>>;
  if (typeof uri !== "string") return false;
  return allSafe === true || typeof allOf === "string" || (typeof fingerprint === "string" && Number.isInteger(fix));
}
