import type { Tree } from "../tree.ts";

/** How a document is laid out, as far as new lines have to follow it. */
export interface Layout {
  readonly eol: "\n" | "\r\n";
  /** Spaces per level. */
  readonly indent: number;
  /** Whether the dashes of a list stand deeper than its key. */
  readonly dashesIndented: boolean;
}

export function layoutOf(tree: Tree): Layout {
  const nested = /^([^\s#"'{[][^\n]*:|\s*[{"][^\n]*[:{])[^\S\n]*(?:#[^\n]*)?\r?\n(?:[^\S\n]*(?:#[^\n]*)?\r?\n)*( +)\S/m.exec(tree.text);
  const json = tree.format === "json" ? /^[^\S\n]*\{[^\S\n]*\r?\n(?:[^\S\n]*\r?\n)*( +|\t+)\S/.exec(tree.text) : undefined;
  const list = /^( *)(?:- )?[^\s#-][^\n]*:[^\S\n]*(?:#[^\n]*)?\r?\n( *)- /m.exec(tree.text);
  const width = (json?.[1] ?? nested?.[2] ?? "  ").length;
  return { eol: tree.eol, indent: Math.min(Math.max(width, 1), 8), dashesIndented: !list || (list[2] ?? "").length > (list[1] ?? "").length };
}

/** Where the line ends that holds an offset, its line end left out. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  if (end < 0) return text.length;
  return text[end - 1] === "\r" && end > offset ? end - 1 : end;
}

export const lineStart = (text: string, offset: number): number => text.lastIndexOf("\n", offset - 1) + 1;

/** How far in a line an offset stands. */
export const column = (text: string, offset: number): number =>
  offset - lineStart(text, offset) - (text.charCodeAt(0) === 0xfeff && lineStart(text, offset) === 0 ? 1 : 0);
