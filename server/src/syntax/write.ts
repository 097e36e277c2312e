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
  const planned = plan.made();
  if ("cannot" in planned) return planned;
  const made = inPlaceOfRemoved(tree.text, planned);
  if (areOverlapping(made)) return cannot("its parts would change the same text");
  return isAsWanted(tree, made, edits) ? { edits: made } : cannot("its text is not laid out as expected");
}

/**
 * What is inserted at the end of lines that go takes their place: a removal of lines takes their last line break along, and an insertion behind them starts
 * with its own. Where it starts with a comma as well, the one before the lines that go is still needed.
 */
function inPlaceOfRemoved(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  const out: TextEdit[] = [];
  let needed = -1;
  for (const edit of edits) {
    const index = out.findIndex((other) => endsIn(text, edit, other) || endsIn(text, other, edit));
    const other = out[index];
    if (!other) {
      out.push(edit);
      continue;
    }
    const [insertion, removal] = endsIn(text, edit, other) ? [edit, other] : [other, edit];
    out[index] = together(text, insertion, removal);
    if (insertion.text.startsWith(",")) needed = removal.span.start;
  }
  return out.filter((edit) => !isCommaBefore(text, edit, needed));
}

const LINE = /^,?\r?\n/;

/** Whether an insertion of whole lines stands just before the line break that a removal ends with. */
function endsIn(text: string, insertion: TextEdit, removal: TextEdit): boolean {
  const { start, end } = insertion.span;
  const behind = text.slice(start, removal.span.end);
  return start === end && LINE.test(insertion.text) && removal.span.start < start && removal.text === "" && /^\r?\n$/.test(behind);
}

const together = (text: string, insertion: TextEdit, removal: TextEdit): TextEdit => ({
  span: removal.span,
  text: insertion.text.replace(LINE, "") + text.slice(insertion.span.start, removal.span.end),
});

/** Whether an edit takes away the comma that stands before a place. */
const isCommaBefore = (text: string, { span, text: by }: TextEdit, place: number): boolean =>
  by === "" && text.slice(span.start, span.end).trim() === "," && span.end <= place && text.slice(span.end, place).trim() === "";

function areOverlapping(edits: readonly TextEdit[]): boolean {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return ordered.some(({ span }, index) => span.start < (ordered[index - 1]?.span.end ?? 0));
}
