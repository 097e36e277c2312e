/** What tests of code in a workspace share: texts become reviews, read as a host reads them. */

import type { Review } from "../../../server/src/engine/reported.ts";
import { review } from "../../../server/src/engine/review.ts";
import { type CodeReview, reviewCode } from "../../../server/src/engine/review-code.ts";
import { apply, type Change, emptySnapshot, grammarIn, type Snapshot, templatesIn } from "../../../server/src/engine/snapshot.ts";
import { templatesReachingOut } from "../../../server/src/hosts/lsp/walk.ts";
import { grammar } from "../../../server/src/hosts/node/grammars.ts";
import type { Rule } from "../../../server/src/rules/define.ts";
import { handled, undeclared, unread } from "../code-rules.ts";
import { type Files, FOLDER, stateOf } from "./workspace.ts";

export const CODE_RULES: readonly Rule[] = [handled, undeclared, unread];

export interface CodeReading {
  readonly snapshot: Snapshot;
  readonly review: CodeReview;
  readonly reviewOf: (template: string) => Review;
  /** The paths that were read, in order. */
  readonly read: readonly string[];
}

/** Reviews a file of code of a workspace as a host does: what is asked for is read, until nothing new is asked for. */
export async function codeReviewIn(files: Files, path: string, rules: readonly Rule[] = CODE_RULES): Promise<CodeReading> {
  const uri = `${FOLDER}/${path}`;
  const read: string[] = [];
  let snapshot = apply({ ...emptySnapshot("2026-11-24"), folders: [FOLDER] }, { uri, file: { state: "loaded", text: files[path] ?? "" } });
  for (let round = 0; round < 30; round += 1) {
    const reviewOf = (template: string) => review(snapshot, template, rules);
    const result = reviewCode(snapshot, uri, reviewOf);
    const missing = result.wanted.filter((wanted) => !snapshot.files.has(wanted));
    if (missing.length === 0) return { snapshot, review: result, reviewOf, read };
    for (const wanted of missing) snapshot = apply(snapshot, ...(await found(wanted, files, read)));
  }
  throw new Error("The review asks for more and more.");
}

async function found(uri: string, files: Files, read: string[]): Promise<readonly Change[]> {
  const readFile = (each: string) => {
    read.push(each.slice(FOLDER.length + 1));
    return stateOf(files, each.slice(FOLDER.length + 1));
  };
  const name = grammarIn(uri);
  const parser = name && (await grammar(name));
  if (name && parser) return [{ grammar: name, parser }];
  const below = templatesIn(uri);
  if (below === undefined) return [{ uri, file: readFile(uri) }];
  const templates = await templatesReachingOut(below, async (each) => readFile(each));
  return [...templates, { uri, file: { state: "loaded", text: templates.map((each) => each.uri).join("\n") } }];
}
