import { type Span, span, type TextEdit } from "../../../base/span.ts";
import type { Catch } from "../../../model/code/code.ts";
import { findCatch, findStatement, isCaughtAgain } from "../../shared/find.ts";
import { commentsIn, indentationAt, isMultiline, lineBreakOf } from "../../shared/lines.ts";
import { freeName, namesUsedIn } from "../../shared/names.ts";
import { cannot, inserted, NOT_THERE, replaced, textAt, type Writing, type WrittenCode } from "../../shared/writing.ts";
import { ending } from "./text.ts";

/** `throw error` as the last statement of a `catch`. */
export function throwAgain(writing: Writing, head: Span): WrittenCode {
  const found = findCatch(writing.module, head);
  if (!found) return NOT_THERE;
  const { body } = found.it;
  const last = body.at(-1);
  if (last && (last.do === "return" || last.do === "throw" || last.do === "leave")) return cannot("the block ends already");
  const caught = caughtIn(found.it);
  if (!caught) return cannot("what is caught has no name");
  return { edits: [...caught.edits, ...atTheEnd(writing, found.it, `throw ${caught.name}${ending(writing.module.style)}`)] };
}

/** `throw error` in the place of a `return` in a `catch`. */
export function throwInstead(writing: Writing, at: Span): WrittenCode {
  const found = findStatement(writing.module, at);
  if (found?.it.do !== "return") return NOT_THERE;
  const caught = found.around.catches.at(-1);
  if (!caught) return cannot("it does not stand in a catch");
  if (isCaughtAgain(found.around, caught)) return cannot("another catch would take it");
  if (commentsIn(writing, at).length > 0) return cannot("there is a comment in it");
  const name = caughtIn(caught);
  return name ? { edits: [...name.edits, replaced(at, `throw ${name.name}${ending(writing.module.style)}`)] } : cannot("what is caught has no name");
}

interface Caught {
  readonly name: string;
  readonly edits: readonly TextEdit[];
}

/** What a `catch` calls what it caught; a name is given where it has none. */
function caughtIn({ to, headAt, body }: Catch): Caught | undefined {
  if (to) return to.is === "name" ? { name: to.name, edits: [] } : undefined;
  const name = freeName(["error", "failure", "caught"], namesUsedIn(body));
  return { name, edits: [inserted(headAt.end, ` (${name})`)] };
}

function atTheEnd(writing: Writing, { headAt, bodyAt }: Catch, statement: string): readonly TextEdit[] {
  const { text, module } = writing;
  const inside = textAt(writing, bodyAt);
  const end = bodyAt.start + inside.trimEnd().length;
  const outer = indentationAt(text, headAt.start);
  const indent = outer + module.style.indent;
  const line = `${lineBreakOf(text)}${indent}${statement}`;
  if (inside.trim() === "") return [replaced(bodyAt, `${line}${lineBreakOf(text)}${outer}`)];
  if (isMultiline(text, span(end, bodyAt.end))) return [inserted(end, line)];
  return [inserted(end, `${module.comments.some(({ at }) => at.end === end) || /[;}]$/.test(inside.trimEnd()) ? "" : ";"} ${statement}`)];
}
