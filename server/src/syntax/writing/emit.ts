import { type Data, Tagged } from "../edit.ts";
import type { Layout } from "./layout.ts";
import { quoted, type ScalarData, scalar } from "./scalar.ts";

export const isScalar = (data: Data): data is ScalarData => typeof data !== "object" || data === null;

export const isList = (data: Data): data is readonly Data[] => Array.isArray(data);

/** The entries of a map; undefined for anything else. */
export const entriesOf = (data: Data): readonly (readonly [string, Data])[] | undefined =>
  isScalar(data) || isList(data) || data instanceof Tagged ? undefined : Object.entries(data);

/** YAML on one line, as it stands inside of brackets. */
export function flow(data: Data, layout: Layout): string {
  if (isScalar(data)) return scalar(data, "flow", layout);
  if (data instanceof Tagged) return tagged(data, flow(data.value, layout));
  if (isList(data)) return `[${data.map((item) => flow(item, layout)).join(", ")}]`;
  const entries = entriesOf(data) ?? [];
  return entries.length === 0 ? "{}" : `{ ${entries.map(([name, value]) => pair(name, value, layout)).join(", ")} }`;
}

/** An entry inside of brackets. */
export const pair = (name: string, value: Data, layout: Layout): string => `${scalar(name, "flow", layout)}: ${flow(value, layout)}`;

/** Whether a value stands on the line of its key: scalars, what is empty, lists of one scalar, short forms of functions. */
export function isInline(data: Data): boolean {
  if (isScalar(data)) return !isBlockText(data);
  if (data instanceof Tagged) return isScalar(data.value) || isList(data.value) ? isFlat(data.value) : isInline(data.value);
  return isList(data) ? data.length === 0 || (data.length === 1 && isFlat(data)) : Object.keys(data).length === 0;
}

/** A scalar, or a list of scalars, short forms and lists of such. */
const isFlat = (data: Data): boolean =>
  isScalar(data)
    ? !isBlockText(data)
    : isList(data)
      ? data.every(isFlat)
      : data instanceof Tagged && (isScalar(data.value) || isList(data.value)) && isFlat(data.value);

/** A value that stands on one line in block style. */
export function inline(data: Data, layout: Layout): string {
  if (isScalar(data)) return scalar(data, "block", layout);
  if (data instanceof Tagged) return tagged(data, withReferences(data.value) ? quoted(data.value, layout.quote) : inline(data.value, layout));
  return flow(data, layout);
}

/** An entry of a block map whose key stands at `column`, without the blanks before it. A comment goes to the line of the key. */
export function entry(name: string, value: Data, column: number, layout: Layout, comment?: string): string {
  return `${scalar(name, "block", layout)}:${behindKey(value, column, layout, comment)}`;
}

/** What stands behind the colon of a key at `column`, from its blank or line end on. */
export function behindKey(value: Data, column: number, layout: Layout, comment?: string): string {
  const behind = comment === undefined ? "" : ` # ${comment.replace(/\s+/g, " ").trim()}`;
  if (isInline(value)) return ` ${inline(value, layout)}${behind}`;
  const { tag, inner } = untagged(value);
  if (isScalar(inner)) return ` ${tag}${blockText(String(inner), column + layout.indent, layout, behind)}`;
  const at = isList(inner) && !layout.dashesIndented ? column : column + layout.indent;
  return `${` ${tag}`.trimEnd()}${behind}${layout.eol}${" ".repeat(at)}${blockAt(inner, at, layout)}`;
}

/** An item of a block list whose dash stands at `column`, without the blanks before it. */
export function item(value: Data, column: number, layout: Layout): string {
  if (isInline(value)) return `- ${inline(value, layout)}`;
  const { tag, inner } = untagged(value);
  if (isScalar(inner)) return `- ${tag}${blockText(String(inner), column + 2, layout, "")}`;
  const own = tag === "" ? "" : `${tag.trimEnd()}${layout.eol}${" ".repeat(column + 2)}`;
  return `- ${own}${blockAt(inner, column + 2, layout)}`;
}

/** The tag, with a blank behind it, and what it stands before. */
const untagged = (data: Data): { readonly tag: string; readonly inner: Data } =>
  data instanceof Tagged ? { tag: `${data.tag} `, inner: data.value } : { tag: "", inner: data };

/** A block map or list that begins at `column`, its first line without the blanks before it. */
export function blockAt(data: Data, column: number, layout: Layout): string {
  const separator = `${layout.eol}${" ".repeat(column)}`;
  if (isList(data)) return data.map((one) => item(one, column, layout)).join(separator);
  const entries = entriesOf(data);
  return entries ? entries.map(([name, value]) => entry(name, value, column, layout)).join(separator) : inline(data, layout);
}

/** Text of several lines stands in a block of its own, where such a block can hold it. */
const isBlockText = (data: ScalarData): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they can't be written in a block.
  typeof data === "string" && data.trim().includes("\n") && !/^\s|\n\n$|[ \t](?:\n|$)|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(data);

function blockText(text: string, column: number, layout: Layout, behind: string): string {
  const lines = text.replace(/\n$/, "").split("\n");
  const pad = " ".repeat(column);
  return [`|${text.endsWith("\n") ? "" : "-"}${behind}`, ...lines.map((line) => (line === "" ? "" : pad + line))].join(layout.eol);
}

const tagged = ({ tag }: Tagged, value: string): string => `${tag} ${value}`;

/** Text with references in it (`!Sub "…"`) is quoted by habit, in brackets by need. */
const withReferences = (data: Data): data is string => typeof data === "string" && data.includes("${");
