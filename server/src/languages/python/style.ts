import type { Span } from "../../base/span.ts";
import type { CodeStyle } from "../../model/code/module.ts";

/** How often each way of writing was seen. */
export interface StyleCount {
  readonly quotes: Record<'"' | "'", number>;
  /** By the blanks by which a block is indented more than the line that opens it. */
  readonly indents: Map<string, number>;
}

export const newCount = (): StyleCount => ({ quotes: { '"': 0, "'": 0 }, indents: new Map() });

/** Where a text does not tell, as the style guide of Python and its formatters do. */
export function styleOf({ quotes, indents }: StyleCount): CodeStyle {
  const [indent] = [...indents].reduce((most, one) => (one[1] > most[1] ? one : most), ["    ", 0]);
  return { quote: quotes["'"] > quotes['"'] ? "'" : '"', semicolons: false, indent, imports: "import" };
}

export function countIndent(count: StyleCount, text: string, opener: Span, block: Span): void {
  const inner = text.slice(text.lastIndexOf("\n", block.start - 1) + 1, block.start);
  const outer = leadingBlanks(text, opener.start);
  if (inner.trim() !== "" || inner.length <= outer.length || !inner.startsWith(outer)) return;
  const step = ` ${inner.slice(outer.length)}`.slice(1);
  count.indents.set(step, (count.indents.get(step) ?? 0) + 1);
}

function leadingBlanks(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  let end = start;
  while (text[end] === " " || text[end] === "\t") end += 1;
  return text.slice(start, end);
}
