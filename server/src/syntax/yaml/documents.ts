import type { Span } from "../../base/span.ts";

/**
 * The documents of a YAML stream that hold more than comments and directives, each from behind its `---` to the next
 * marker. A marker at column 0 ends a document wherever it stands, even in an open quote.
 */
export function documents(text: string): readonly Span[] {
  const from = text.startsWith("\uFEFF") ? 1 : 0;
  const found: Span[] = [];
  let start = from;
  const marker = /(?:^\uFEFF?|\n)(?:---|\.\.\.)(?=[ \t\r\n]|$)/g;
  for (let match = marker.exec(text); match; match = marker.exec(text)) {
    // The line end before the marker stays with the document that ends there.
    const line = match.index + match[0].length - 3;
    found.push({ start, end: line });
    start = marker.lastIndex;
  }
  found.push({ start, end: text.length });
  return found.filter((document) => hasContent(text, document));
}

function hasContent(text: string, { start, end }: Span): boolean {
  for (let line = start; line < end; ) {
    const newline = text.indexOf("\n", line);
    const next = newline < 0 || newline > end ? end : newline + 1;
    let at = line;
    while (at < next && " \t\r\n".includes(text[at] ?? "")) at += 1;
    if (at < next && text[at] !== "#" && !(text[at] === "%" && at === line)) return true;
    line = next;
  }
  return false;
}
