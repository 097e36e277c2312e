import type { TextEdit } from "../../base/span.ts";
import { type Data, Tagged } from "../edit.ts";
import type { Tree } from "../tree.ts";
import { flow, json, scalarLike, valueAt, valueBehindKey } from "./emit.ts";
import type { Found } from "./found.ts";
import { column, type Layout, lineEnd, lineStart } from "./layout.ts";

const isScalar = (data: Data): data is string | number | boolean | null => typeof data !== "object" || data === null;

/** Replaces a value that is there, or that a key is waiting for. */
export function replaced(tree: Tree, found: Found, value: Data, layout: Layout): readonly TextEdit[] | undefined {
  const { entry, node, parent, start } = found;
  const { text } = tree;
  if (!node || node.span.end === node.span.start)
    return entry && tree.format === "yaml" ? [behindColon(tree, found, value, layout)].filter((edit) => edit !== undefined) : undefined;
  const span = { start: node.span.start + start, end: node.span.end + start };
  if (tree.format === "json") {
    const oneLine = isScalar(value) || !text.slice(span.start, span.end).includes("\n") ? sameLineSiblings(tree, found) : false;
    return [{ span, text: json(value, marginOf(text, span.start), layout, oneLine) }];
  }
  if (parent?.flow) return [{ span, text: isScalar(value) && node.kind === "scalar" ? scalarLike(value, node.style) : flow(value) }];
  if (isScalar(value) && node.kind === "scalar" && !node.tag && node.style !== "literal" && node.style !== "folded")
    return [{ span, text: scalarLike(value, typeof value === "string" ? node.style : undefined) }];
  if (!entry) return [{ span, text: valueAt(value, column(text, span.start), layout) }];
  if (isInline(value)) return [{ span: { start: behindKey(tree, found), end: span.end }, text: ` ${flow(value)}` }];
  return blockFor(tree, found, span, value, layout);
}

/** Values that stand on the line of their key in block style. */
function isInline(value: Data): boolean {
  if (isScalar(value) || value instanceof Tagged) return true;
  return (
    (Array.isArray(value) && (value.length === 0 || (value.length === 1 && isScalar(value[0])))) ||
    (typeof value === "object" && Object.keys(value).length === 0)
  );
}

/** A map or list in the place of another value; a comment behind the old one stays on the line of the key. */
function blockFor(tree: Tree, found: Found, span: { readonly start: number; readonly end: number }, value: Data, layout: Layout): readonly TextEdit[] {
  const { text } = tree;
  const indent = column(text, (found.entry?.key.span.start ?? 0) + found.start);
  const body = valueBehindKey(value, indent, layout);
  const begins = behindKey(tree, found);
  if (text.slice(span.start, span.end).includes("\n") || text.slice(begins, span.start).includes("\n"))
    return [{ span: { start: begins, end: span.end }, text: body }];
  const end = lineEnd(text, span.end);
  const comment = text.slice(span.end, end).trimEnd();
  return comment.trim() === "" ? [{ span: { start: begins, end: span.end }, text: body }] : [{ span: { start: begins, end }, text: `${comment}${body}` }];
}

function behindColon(tree: Tree, found: Found, value: Data, layout: Layout): TextEdit | undefined {
  const at = behindKey(tree, found);
  const indent = column(tree.text, (found.entry?.key.span.start ?? 0) + found.start);
  return tree.text[at - 1] === ":"
    ? { span: { start: at, end: at }, text: isInline(value) ? ` ${flow(value)}` : valueBehindKey(value, indent, layout) }
    : undefined;
}

/** The offset behind the colon of an entry's key. */
function behindKey(tree: Tree, { entry, start }: Found): number {
  const keyEnd = (entry?.key.span.end ?? 0) + start;
  return tree.text.indexOf(":", keyEnd) + 1;
}

const marginOf = (text: string, offset: number): number => /^[^\S\n]*/.exec(text.slice(lineStart(text, offset), offset))?.[0].length ?? 0;

function sameLineSiblings(tree: Tree, { parent, start }: Found): boolean {
  return parent !== undefined && !tree.text.slice(parent.span.start + start, parent.span.end + start).includes("\n");
}
