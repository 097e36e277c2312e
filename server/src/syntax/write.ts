import type { TextEdit } from "../base/span.ts";
import type { NodeEdit } from "./edit.ts";
import type { Tree } from "./tree.ts";
import { cannot, type Refusal } from "./writing/made.ts";
import { Plan } from "./writing/plan.ts";
import { isAsWanted } from "./writing/verify.ts";

export type Writing = { readonly edits: readonly TextEdit[] } | Refusal;

/**
 * The text edits that make a document say something else, all computed against the tree's text, in the style of their
 * surroundings; or the reason why one of them can't be made without touching more than it should. Edits of one call know
 * of each other: what they insert into the same missing parent is written once.
 */
export function write(tree: Tree, edits: readonly NodeEdit[]): Writing {
  const plan = new Plan(tree, write);
  for (const edit of edits) {
    const refused = plan.take(edit);
    if (refused) return refused;
  }
  const made = plan.made();
  if ("cannot" in made) return made;
  if (areOverlapping(made)) return cannot("its parts would change the same text");
  return isAsWanted(tree, made, edits) ? { edits: made } : cannot("its text is not laid out as expected");
}

function areOverlapping(edits: readonly TextEdit[]): boolean {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return ordered.some(({ span }, index) => span.start < (ordered[index - 1]?.span.end ?? 0));
}
