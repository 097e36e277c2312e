import { type Place, stepsOf } from "../base/place.ts";
import { applyEdits, type TextEdit } from "../base/span.ts";
import { writeEdits } from "../dialects/write.ts";
import { writeCode } from "../languages/write.ts";
import type { CodeEdit } from "../model/code/edit.ts";
import type { Edit } from "../model/edit.ts";
import { nodeAt } from "../syntax/locate.ts";
import { read } from "../syntax/read.ts";
import { scalarAt } from "../syntax/scalar-at.ts";
import type { Tree } from "../syntax/tree.ts";
import { codeAtPlace } from "./code.ts";
import type { Review } from "./reported.ts";
import type { Snapshot } from "./snapshot.ts";

/** What edits of the model do to texts, by address; all computed against the texts of the review. */
export type WrittenFiles = { readonly files: ReadonlyMap<string, readonly TextEdit[]> } | { readonly cannot: string };

/** Writes edits of a template in its dialect, and those of the code behind it in its language, wherever that stands. */
export function writeFiles(review: Review, snapshot: Snapshot, edits: readonly Edit[]): WrittenFiles {
  const { template, tree, uri } = review;
  if (!template || !tree) return { cannot: "the file is not reviewed" };
  const files = new Map<string, TextEdit[]>();
  const add = (at: string, made: readonly TextEdit[]) => files.set(at, [...(files.get(at) ?? []), ...made]);
  const ofTemplate = edits.filter((edit) => !("code" in edit));
  if (ofTemplate.length > 0) {
    const written = writeEdits(template, tree, ofTemplate);
    if ("cannot" in written) return written;
    add(uri, written.edits);
  }
  for (const edit of distinctCode(edits)) {
    const written = codeEdits(edit, review, tree, snapshot);
    if ("cannot" in written) return written;
    add(placeOf(edit).uri, written.edits);
  }
  return { files };
}

type WrittenHere = { readonly edits: readonly TextEdit[] } | { readonly cannot: string };

/** What several functions of one file ask for is written once. */
function distinctCode(edits: readonly Edit[]): readonly CodeEdit[] {
  const codes = edits.flatMap((edit) => ("code" in edit ? [edit.code] : []));
  const keyOf = (edit: CodeEdit) => `${edit.verb} ${placeOf(edit).uri} ${placeOf(edit).within?.start} ${placeOf(edit).within?.end}`;
  return [...new Map(codes.map((edit) => [keyOf(edit), edit])).values()];
}

/** The place in the code that an edit is about. */
function placeOf(edit: CodeEdit): Place {
  if ("call" in edit) return edit.call;
  if ("catch" in edit) return edit.catch;
  if ("return" in edit) return edit.return;
  if ("declaration" in edit) return edit.declaration;
  return "loop" in edit ? edit.loop : edit.specifier;
}

function codeEdits(edit: CodeEdit, review: Review, tree: Tree, snapshot: Snapshot): WrittenHere {
  const place = placeOf(edit);
  const code = codeAtPlace(place, review, snapshot);
  if (!code) return { cannot: "the code is not there any more" };
  const written = writeCode(edit, code);
  return "cannot" in written || place.path === undefined ? written : inScalar(tree, place, code.text, written.edits);
}

/** Edits of inline code, as edits of the template around it; refused where the template would then say anything else. */
function inScalar(tree: Tree, place: Place, text: string, edits: readonly TextEdit[]): WrittenHere {
  const path = stepsOf(place.path);
  const scalar = scalarAt(tree, path);
  const refused = { cannot: "inline code is not written so that it can be changed here" };
  const made = scalar?.text === text ? scalar.written(edits) : undefined;
  if (!made) return refused;
  const after = nodeAt(read(applyEdits(tree.text, made)), path);
  return after?.kind === "scalar" && after.value === applyEdits(text, edits) ? { edits: made } : refused;
}
