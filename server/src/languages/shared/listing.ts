import { type Span, span, type TextEdit } from "../../base/span.ts";
import { indentationAt, isMultiline, lineBreakOf, lineEnd } from "./lines.ts";
import { type Cannot, cannot, inserted, replaced, type Writing } from "./writing.ts";

/** The brackets of a list of arguments or entries, and where the last of what stands in them ends. */
export interface Listing {
  /** From the opening to behind the closing bracket. */
  readonly brackets: Span;
  readonly last: number | undefined;
  /** What stands between a bracket and a single entry: a blank in `{ a: 1 }`, nothing in `f(a)`. */
  readonly padding: "" | " ";
}

/** Adds one more to what stands in brackets, on a line of its own where the others have theirs. */
export function appended(writing: Writing, { brackets, last, padding }: Listing, item: string): readonly TextEdit[] | Cannot {
  const { text } = writing;
  const closing = brackets.end - 1;
  if (last === undefined) {
    const inside = span(brackets.start + 1, closing);
    return text.slice(inside.start, inside.end).trim() === "" ? [replaced(inside, padding + item + padding)] : cannot("a comment stands where it would go");
  }
  const rest = restOf(writing, last, closing);
  if (!rest) return cannot("it is not plain what stands at the end");
  if (!isMultiline(text, span(last, closing))) return [inserted(last, `, ${item}`)];
  const line = `${lineBreakOf(text)}${indentationAt(text, last)}${item}`;
  const end = lineEnd(text, rest.comma === undefined ? last : rest.comma + 1);
  if (rest.comma !== undefined) return [inserted(end, `${line},`)];
  return end === last ? [inserted(last, `,${line}`)] : [inserted(last, ","), inserted(end, line)];
}

/** What follows the last one: at most one comma, blanks and comments. */
function restOf({ text, module }: Writing, from: number, to: number): { readonly comma: number | undefined } | undefined {
  let comma: number | undefined;
  for (let at = from; at < to; at += 1) {
    const comment = module.comments.find((each) => each.at.start === at);
    if (comment) at = comment.at.end - 1;
    else if (text[at] === "," && comma === undefined) comma = at;
    else if (!/\s/.test(text[at] ?? "")) return undefined;
  }
  return { comma };
}
