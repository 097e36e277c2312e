import type { ScalarNode } from "../node.ts";
import { type Segments, SegmentsBuilder } from "./segments.ts";

/**
 * Segments of a block scalar (`|` or `>`). What lies between two lines (line ends, spaces of folds, chomping) is taken
 * from the value that the parser read; the lines themselves must be found in it.
 */
export function blockSegments(host: string, node: ScalarNode): Segments {
  const value = String(node.value);
  const segments = new SegmentsBuilder(host);
  const header = node.span.end - node.source.length;
  const lines = contentLines(host, header, node.span.end, value);
  let before = lines[0]?.start ?? node.span.end;
  for (const { start, end } of lines) {
    const between = /^(?: |\n*)/.exec(value.slice(segments.text.length))?.[0] ?? "";
    const line = host.slice(start, end);
    // A line that begins with blanks of its own may follow a line end only.
    const gap = [between, ""].find((one) => value.startsWith(one + line, segments.text.length));
    if (gap === undefined) return segments;
    segments.replaced(before, start, gap);
    segments.exact(start, end);
    before = end;
  }
  segments.replaced(before, before, value.slice(segments.text.length));
  return segments;
}

interface Line {
  readonly start: number;
  readonly end: number;
}

/** The lines with text, or with more blanks than the indentation, without their indentation and line end. */
function contentLines(host: string, header: number, end: number, value: string): readonly Line[] {
  const lines: Line[] = [];
  let indent: number | undefined;
  for (let at = nextLine(host, header); at < end; at = nextLine(host, at)) {
    const text = host.slice(at, lineEnd(host, at));
    if (text.trim() === "" && text.length <= (indent ?? text.length)) continue;
    // Blanks of its own that the first line has stand in the value too; the rest is indentation.
    indent ??= leading(text) - leading(value.replace(/^\n+/, ""));
    lines.push({ start: at + indent, end: at + text.length });
  }
  return lines;
}

const leading = (text: string): number => text.length - text.replace(/^ +/, "").length;

function nextLine(text: string, from: number): number {
  const at = text.indexOf("\n", from);
  return at < 0 ? text.length : at + 1;
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf("\n", from);
  const end = at < 0 ? text.length : at;
  return text[end - 1] === "\r" && end > from ? end - 1 : end;
}
