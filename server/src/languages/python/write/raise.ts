import type { Span } from "../../../base/span.ts";
import { findCatch, findStatement, isCaughtAgain } from "../../shared/find.ts";
import { before, commentsIn, indentationAt, lineBreakOf, lineEnd } from "../../shared/lines.ts";
import { cannot, inserted, NOT_THERE, replaced, textAt, type Writing, type WrittenCode } from "../../shared/writing.ts";

/** `raise` as the last statement of an `except`. */
export function raiseAgain(writing: Writing, head: Span): WrittenCode {
  const found = findCatch(writing.module, head);
  if (!found) return NOT_THERE;
  const { body, bodyAt } = found.it;
  const { text } = writing;
  const nothing = /^(?:pass\b|\.\.\.)/.exec(textAt(writing, bodyAt))?.[0];
  if (body.length === 0 && nothing !== undefined) {
    const at = { start: bodyAt.start, end: bodyAt.start + nothing.length };
    return textAt(writing, { start: at.end, end: lineEnd(text, at.end) })
      .trim()
      .replace(/^#.*/, "") === ""
      ? { edits: [replaced(at, "raise")] }
      : cannot("more than `pass` stands there");
  }
  const last = body.at(-1);
  if (!last) return cannot("the block has no statement");
  if (last.do === "return" || last.do === "throw" || last.do === "leave") return cannot("the block ends already");
  if (before(text, bodyAt.start).trim() !== "") return cannot("the block stands on the line of its except");
  return { edits: [inserted(lineEnd(text, bodyAt.end), `${lineBreakOf(text)}${indentationAt(text, bodyAt.start)}raise`)] };
}

/** `raise` in the place of a `return` in an `except`. */
export function raiseInstead(writing: Writing, at: Span): WrittenCode {
  const found = findStatement(writing.module, at);
  if (found?.it.do !== "return") return NOT_THERE;
  const caught = found.around.catches.at(-1);
  if (!caught) return cannot("it does not stand in an except");
  if (isCaughtAgain(found.around, caught)) return cannot("another except would take it");
  return commentsIn(writing, at).length > 0 ? cannot("there is a comment in it") : { edits: [replaced(at, "raise")] };
}
