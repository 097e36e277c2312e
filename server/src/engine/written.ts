import { type Place, stepsOf } from "../base/place.ts";
import { applyEdits, type TextEdit } from "../base/span.ts";
import { writeEdits } from "../dialects/write.ts";
import { readJavaScript } from "../languages/javascript/read.ts";
import { readPython } from "../languages/python/read.ts";
import { writeCode } from "../languages/write.ts";
import type { CodeEdit } from "../model/code/edit.ts";
import type { Edit } from "../model/edit.ts";
import { grammarOf } from "../project/source.ts";
import type { GrammarName } from "../syntax/code/parser.ts";
import { joinedIn, viewOf } from "./joined.ts";
import type { Review } from "./reported.ts";
import type { Snapshot } from "./snapshot.ts";
import { hostEdits } from "./written-inline.ts";

/** What edits do to each file that they touch, or why they can't be written. */
export type WrittenEdits = { readonly files: ReadonlyMap<string, readonly TextEdit[]> } | { readonly cannot: string };

/**
 * The text of model edits: those of the template in its dialect, those of code in its language, in the file or inside the template. All are computed
 * against the texts of the snapshot that was reviewed.
 */
export function writtenEdits(review: Review, snapshot: Snapshot, edits: readonly Edit[]): WrittenEdits {
  const { template, tree } = review;
  if (!template || !tree) return { cannot: "the file is not reviewed" };
  const files = new Map<string, readonly TextEdit[]>();
  const ofTemplate = edits.filter((edit) => !("code" in edit));
  if (ofTemplate.length > 0) {
    const written = writeEdits(template, tree, ofTemplate);
    if ("cannot" in written) return written;
    files.set(review.uri, written.edits);
  }
  for (const edit of edits) {
    if (!("code" in edit)) continue;
    const written = codeEdits(review, snapshot, edit.code);
    if ("cannot" in written) return written;
    const { uri } = placeOf(edit.code);
    const there = files.get(uri) ?? [];
    const fresh = written.edits.filter((one) => !there.some((other) => sameEdit(one, other)));
    if (fresh.some((one) => there.some((other) => overlap(one, other)))) return { cannot: "two changes would meet" };
    files.set(uri, [...there, ...fresh]);
  }
  return { files };
}

const sameEdit = (a: TextEdit, b: TextEdit): boolean => a.text === b.text && a.span.start === b.span.start && a.span.end === b.span.end;

const overlap = ({ span: a }: TextEdit, { span: b }: TextEdit): boolean => a.start < b.end && b.start < a.end;

type Written = { readonly edits: readonly TextEdit[] } | { readonly cannot: string };

/** The place that a change of code is about first. */
function placeOf(edit: CodeEdit): Place {
  switch (edit.verb) {
    case "throw again":
      return edit.catch;
    case "throw instead of returning":
      return edit.return;
    default:
      return edit.call;
  }
}

interface CodeText {
  readonly text: string;
  readonly grammar: GrammarName;
}

function codeEdits(review: Review, snapshot: Snapshot, edit: CodeEdit): Written {
  const place = placeOf(edit);
  const code = place.path === undefined ? fileAt(place.uri, snapshot) : inlineAt(place, review, snapshot);
  if (!code) return { cannot: "the code is not known" };
  const { text, grammar } = code;
  const module = moduleOf(code, snapshot);
  if (!module) return { cannot: "the code is not known" };
  const written = writeCode(edit, { text, module, grammar });
  if ("cannot" in written) return written;
  // What is written parses by all that the writers know; a text that a person keeps is worth looking twice.
  const after = moduleOf({ text: applyEdits(text, written.edits), grammar }, snapshot);
  if (!after || after.broken.length > 0) return { cannot: "the result would not parse" };
  if (place.path === undefined) return written;
  const edits = review.tree && hostEdits(review.tree, stepsOf(place.path), text, written.edits);
  return edits ? { edits } : { cannot: "the code stands in a form that can't be changed in part" };
}

function fileAt(uri: string, { files }: Snapshot): CodeText | undefined {
  const file = files.get(uri);
  const grammar = grammarOf(uri);
  return file?.state === "loaded" && grammar ? { text: file.text, grammar } : undefined;
}

function inlineAt(place: Place, review: Review, snapshot: Snapshot): CodeText | undefined {
  const wanted = stepsOf(place.path).join("/");
  for (const join of joinedIn(review, snapshot)?.joins ?? []) {
    const source = viewOf(join)?.entry.source;
    if (source?.place.path !== undefined && source.place.uri === place.uri && stepsOf(source.place.path).join("/") === wanted) return source;
  }
  return undefined;
}

function moduleOf({ text, grammar }: CodeText, { parsers }: Snapshot) {
  const parser = parsers.get(grammar);
  return parser && (grammar === "python" ? readPython(text, parser) : readJavaScript(text, parser));
}
