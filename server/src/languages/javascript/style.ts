import type { CodeStyle } from "../../model/code/module.ts";
import { flat } from "../../syntax/flat.ts";
import type { Seen } from "./syntax.ts";

/** How a file is written, by what is more frequent in it; what it does not show is as most people write. */
export function styleOf(text: string, seen: Seen): CodeStyle {
  return {
    quote: seen.singleQuotes > seen.doubleQuotes ? "'" : '"',
    semicolons: seen.semicolons * 2 >= seen.statements,
    indent: indentOf(text),
    imports: seen.requires > seen.imports ? "require" : "import",
  };
}

const INDENTED = /[{([]\r?\n([ \t]+)(?=\S)/g;
const USUAL = "  ";

/** One level: how much further in the first line of a block stands than the line that opens it, in most blocks. */
function indentOf(text: string): string {
  const counts = new Map<string, number>();
  for (const { index, 1: inner = "" } of text.matchAll(INDENTED)) {
    const outer = /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", index) + 1, index + 1))?.[0] ?? "";
    const step = inner.startsWith(outer) ? inner.slice(outer.length) : "";
    if (step) counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, often], [b, more]) => more - often || a.length - b.length);
  return flat(most?.[0] ?? USUAL);
}
