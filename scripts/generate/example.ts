/** Examples of rules as files of an invented project, reviewed for real: documentation and tests both rest on it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { applyEdits, type Span, span } from "../../server/src/base/span.ts";
import type { Review } from "../../server/src/engine/reported.ts";
import { review, snapshotOf } from "../../server/src/engine/review.ts";
import { apply, emptySnapshot, type FileState, type Snapshot } from "../../server/src/engine/snapshot.ts";
import { writtenEdits } from "../../server/src/engine/written.ts";
import { grammar } from "../../server/src/hosts/node/grammars.ts";
import type { Fix } from "../../server/src/model/edit.ts";
import type { Example, Rule } from "../../server/src/rules/define.ts";
import type { CodeParser, GrammarName } from "../../server/src/syntax/code/parser.ts";
import { ROOT } from "./root.ts";

export const TEMPLATE = "template.yaml";
const FOLDER = "file:///project";
/** The day of a review where an example does not name one: rules that look at dates do. */
const TODAY = "2026-11-24";
const IAM_ACTIONS = readFileSync(join(ROOT, "server/src/knowledge/iam/iam-actions.generated.txt"), "utf8");

/** The grammars of handler code, which `loadGrammars` fills. */
const parsers = new Map<GrammarName, CodeParser>();

/** Loads what examples with handler code need; call it before the first review. */
export async function loadGrammars(): Promise<void> {
  for (const name of ["javascript", "typescript", "tsx", "python"] as const) {
    const parser = await grammar(name);
    if (!parser) throw new Error(`The grammar ${name} is missing.`);
    parsers.set(name, parser);
  }
}

/** Path in the project → text. */
export type Files = ReadonlyMap<string, string>;

export interface Mark {
  readonly file: string;
  readonly span: Span;
}

/** The files of one side of an example without their marks, and what was marked. */
export function unmarked(side: Example["bad"]): { readonly files: Files; readonly marks: readonly Mark[] } {
  const files = new Map<string, string>();
  const marks: Mark[] = [];
  for (const [file, text] of Object.entries(typeof side === "string" ? { [TEMPLATE]: side } : side)) {
    const [before = "", ...rest] = text.split("⟦");
    let plain = before;
    for (const piece of rest) {
      const [inside = "", after = ""] = piece.split("⟧");
      marks.push({ file, span: span(plain.length, plain.length + inside.length) });
      plain += inside + after;
    }
    files.set(file, plain);
  }
  return { files, marks };
}

/** Reviews the template of a project whose folder holds these files and no others. */
export function reviewOf(files: Files, rules: readonly Rule[], today = TODAY): Review {
  let snapshot: Snapshot = { ...emptySnapshot(today), iamActions: IAM_ACTIONS, folders: [FOLDER] };
  for (const [file, text] of files) snapshot = apply(snapshot, { uri: uriOf(file), file: { state: "loaded", text } });
  for (const [name, parser] of parsers) snapshot = apply(snapshot, { grammar: name, parser });
  for (;;) {
    const result = review(snapshot, uriOf(TEMPLATE), rules);
    const unread = result.wanted.filter((uri) => !snapshot.files.has(uri));
    if (unread.length === 0) return result;
    snapshot = apply(snapshot, ...unread.map((uri) => ({ uri, file: uri.endsWith("/") ? listed(uri, files) : ({ state: "absent" } as const) })));
  }
}

/** What stands in a folder of the project. */
function listed(folder: string, files: Files): FileState {
  const names = new Set<string>();
  for (const file of files.keys()) {
    const uri = uriOf(file);
    if (uri.startsWith(folder)) names.add(uri.slice(folder.length).replace(/\/.*/, "/"));
  }
  return names.size === 0 ? { state: "absent" } : { state: "loaded", text: [...names].join("\n") };
}

/** The files after a fix of a finding of that review, or why it cannot be written. */
export function fixed(files: Files, review: Review, { edits }: Fix): Files | { readonly cannot: string } {
  const snapshot = snapshotOf(review);
  if (!snapshot) return { cannot: "the template was not reviewed" };
  const written = writtenEdits(review, snapshot, edits);
  if ("cannot" in written) return written;
  const made = new Map(files);
  for (const [uri, changes] of written.files) made.set(fileOf(uri), applyEdits(files.get(fileOf(uri)) ?? "", changes));
  return made;
}

export const uriOf = (file: string): string => `${FOLDER}/${file}`;
export const fileOf = (uri: string): string => uri.slice(FOLDER.length + 1);
