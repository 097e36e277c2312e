import { shifted } from "../../base/span.ts";
import type { Data } from "../edit.ts";
import type { Found } from "../find.ts";
import type { Node } from "../node.ts";
import type { Tree } from "../tree.ts";
import { behindKey, blockAt, flow, inline, isInline, isScalar } from "./emit.ts";
import { isShort, json, jsonLine } from "./json.ts";
import { column, type Layout, lineEnd, lineStart, margin, startsLine } from "./layout.ts";
import { cannot, insertAt, type Made, replaceText } from "./made.ts";
import { scalarLike } from "./scalar.ts";

/** Replaces a value, or writes the one that a key or a dash waits for. */
export function replaced(tree: Tree, found: Found, value: Data, layout: Layout, comment?: string): Made {
  if (tree.format === "json") return inJson(tree, found, value, layout);
  const made = found.parent?.flow
    ? inBrackets(tree, found, value, layout)
    : found.entry
      ? behindColon(tree, found, value, layout)
      : behindDash(tree, found, value, layout);
  if (comment === undefined || found.parent?.flow || !Array.isArray(made)) return made;
  return withComment(tree, found, made, comment);
}

const isNothing = (node: Node | undefined): node is undefined => node === undefined || node.span.start === node.span.end;

function inJson(tree: Tree, { entry, node, parent, placed }: Found, value: Data, layout: Layout): Made {
  const { text } = tree;
  if (isNothing(node)) return cannot("its key has no value yet");
  const span = shifted(node.span, placed.start);
  const own = entry ? entry.key.span.start + placed.start : span.start;
  if (!startsLine(text, own) || isScalar(value)) return [replaceText(span.start, span.end, jsonLine(value, layout))];
  const indent = margin(text, own);
  const outer = parent ? margin(text, parent.span.start + placed.start) : "";
  const unit = parent && indent.startsWith(outer) && indent.length > outer.length ? indent.slice(outer.length) : (/\n([ \t]+)\S/.exec(text)?.[1] ?? "  ");
  // What stood on one line stays on one line, as long as it is short.
  const onOneLine = node.kind !== "scalar" && !text.slice(span.start, span.end).includes("\n") && node.span.end - node.span.start > 2 && isShort(value);
  return [replaceText(span.start, span.end, onOneLine ? jsonLine(value, layout) : json(value, indent, unit, layout))];
}

function inBrackets(tree: Tree, { entry, node, placed }: Found, value: Data, layout: Layout): Made {
  if (isNothing(node)) {
    const end = (entry?.span.end ?? 0) + placed.start;
    return entry && tree.text[end - 1] === ":" ? [insertAt(end, ` ${flow(value, layout)}`)] : cannot("its key has no value yet");
  }
  const span = shifted(node.span, placed.start);
  return [
    replaceText(
      span.start,
      span.end,
      isScalar(value) && node.kind === "scalar" && !node.tag ? scalarLike(value, node.style, "flow", layout) : flow(value, layout),
    ),
  ];
}

function behindColon(tree: Tree, found: Found, value: Data, layout: Layout): Made {
  const { text } = tree;
  const { entry, node, placed } = found;
  const keySpan = shifted(entry?.key.span ?? { start: 0, end: 0 }, placed.start);
  const colon = text.indexOf(":", keySpan.end);
  if (colon < 0 || /\S/.test(text.slice(keySpan.end, colon))) return cannot("its key is not complete");
  const at = column(text, keySpan.start);
  const from = colon + 1;
  if (isNothing(node)) {
    if (isInline(value)) return [insertAt(from, ` ${inline(value, layout)}`)];
    return [insertAt(lineEnd(text, from), behindKey(value, at, layout))];
  }
  const span = shifted(node.span, placed.start);
  const likeBefore = inStyleOf(node, value, layout);
  if (likeBefore !== undefined && !text.slice(from, span.start).includes("\n")) return [replaceText(span.start, span.end, likeBefore)];
  return wholeValue(text, { from, start: span.start, end: endWithComment(text, node, span.end) }, behindKey(value, at, layout));
}

/** The value in the style of the one before it, where both fit on a line; undefined otherwise. */
function inStyleOf(node: Node, value: Data, layout: Layout): string | undefined {
  if (node.kind !== "scalar") return node.flow && !isScalar(value) && !node.tag ? flow(value, layout) : undefined;
  if (!isInline(value) || node.style === "literal" || node.style === "folded") return undefined;
  return isScalar(value) && !node.tag ? scalarLike(value, node.style, "block", layout) : inline(value, layout);
}

/** The comment behind the last line of a collection belongs to what is replaced. */
function endWithComment(text: string, node: Node, end: number): number {
  return node.kind !== "scalar" && !node.flow && /^[ \t]+#/.test(text.slice(end, lineEnd(text, end))) ? lineEnd(text, end) : end;
}

/** Replaces everything behind a colon, but a comment on the line of the key stays there. */
function wholeValue(text: string, { from, start, end }: { readonly from: number; readonly start: number; readonly end: number }, written: string): Made {
  const line = lineEnd(text, from);
  const comment = start > line ? commentIn(text.slice(from, line)) : end < line ? commentIn(text.slice(end, line)) : commentOfHeader(text.slice(start, line));
  return [replaceText(from, Math.max(end, comment === "" ? end : line), onFirstLine(written, comment))];
}

/** A comment at the end of a line, with the blanks before it. */
const commentIn = (line: string): string => /^[^\n#]*?([ \t]+#[^\n]*)$/.exec(line)?.[1] ?? "";

/** The comment behind the `|` or `>` of a text of several lines. */
const commentOfHeader = (line: string): string => /^(?:![^\s]*[ \t]+)?[|>][-+\d]*([ \t]+#.*)$/.exec(line)?.[1] ?? "";

/** Writes a comment behind the first line of a value: the line of its key. */
function onFirstLine(written: string, comment: string): string {
  const end = written.search(/\r?\n/);
  return end < 0 ? written + comment : written.slice(0, end) + comment + written.slice(end);
}

function behindDash(tree: Tree, { node, placed }: Found, value: Data, layout: Layout): Made {
  const { text } = tree;
  const start = (node?.span.start ?? 0) + placed.start;
  if (isNothing(node)) {
    const dash = text.lastIndexOf("-", start);
    if (dash < lineStart(text, start)) return cannot("its place is not found");
    return [replaceText(dash + 1, dash + 1, ` ${blockAt(value, column(text, dash) + 2, layout)}`)];
  }
  const end = endWithComment(text, node, node.span.end + placed.start);
  const likeBefore = inStyleOf(node, value, layout);
  if (likeBefore !== undefined) return [replaceText(start, node.span.end + placed.start, likeBefore)];
  const header = commentOfHeader(text.slice(start, lineEnd(text, start)));
  if (header !== "" && isInline(value)) return [replaceText(start, end, inline(value, layout) + header)];
  return [replaceText(start, end, isInline(value) ? inline(value, layout) : blockAt(value, column(text, start), layout))];
}

/** Writes a comment behind the line of the key; one that is there already stays before it. */
function withComment(tree: Tree, { entry, node, placed }: Found, made: Made, comment: string): Made {
  if (!Array.isArray(made)) return made;
  const written = ` # ${comment.replace(/\s+/g, " ").trim()}`;
  const keyEnd = (entry?.key.span.end ?? node?.span.start ?? 0) + placed.start;
  const [only] = made;
  const line = lineEnd(tree.text, keyEnd);
  const text = only?.text ?? "";
  if (!only || made.length > 1 || (text.includes("\n") && only.span.end > line)) return cannot("a comment has no place beside it");
  if (!text.includes("\n") && only.span.end <= line) return [...made, insertAt(line, written)];
  return [{ span: only.span, text: onFirstLine(text, written) }];
}
