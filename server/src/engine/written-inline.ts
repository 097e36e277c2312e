import type { Step } from "../base/place.ts";
import { applyEdits, shifted, type TextEdit } from "../base/span.ts";
import { type Decoded, decode } from "../syntax/embedded.ts";
import { follow } from "../syntax/find.ts";
import type { Tree } from "../syntax/tree.ts";

/**
 * Edits of the text of a scalar as edits of the document that it stands in; undefined where they can't be written there. In a literal block
 * (`|`) whole lines are written with its indentation; in all other forms an edit stays within one line.
 */
export function hostEdits(tree: Tree, path: readonly Step[], text: string, edits: readonly TextEdit[]): readonly TextEdit[] | undefined {
  const last = follow(tree, path).found.at(-1);
  if (last?.node?.kind !== "scalar") return undefined;
  const { placed, node } = last;
  const decoded = decode(placed.section.text, node);
  if (decoded.text !== text) return undefined;
  const made = node.style === "literal" ? blockEdits(placed.section.text, decoded, edits) : flowEdits(decoded, edits);
  return made?.map((edit) => ({ ...edit, span: shifted(edit.span, placed.start) }));
}

function flowEdits(decoded: Decoded, edits: readonly TextEdit[]): readonly TextEdit[] | undefined {
  const made: TextEdit[] = [];
  for (const { span, text } of edits) {
    const at = decoded.editable(span);
    const written = decoded.encode(text);
    if (!at || written === undefined) return undefined;
    made.push({ span: at, text: written });
  }
  return made;
}

/** Lines that change are written whole. */
function blockEdits(host: string, decoded: Decoded, edits: readonly TextEdit[]): readonly TextEdit[] | undefined {
  const lines = decoded.text.split("\n");
  const starts = [0];
  for (const [at, line] of lines.entries()) starts.push((starts[at] ?? 0) + line.length + 1);
  const lineOf = (offset: number): number => starts.findLastIndex((start) => start <= offset && start <= decoded.text.length);
  const first = lines.findIndex((line) => line.trim() !== "");
  const firstAt = first < 0 ? undefined : decoded.toHost({ start: starts[first] ?? 0, end: (starts[first] ?? 0) + 1 })?.start;
  if (firstAt === undefined) return undefined;
  const hostStarts = hostLines(host, firstAt, first, lines.length);
  const indent = host.slice(hostStarts[first] ?? 0, firstAt);
  if (indent.trim() !== "") return undefined;
  const made: TextEdit[] = [];
  for (const group of grouped(edits, lineOf)) {
    const [from, to] = [starts[group.from] ?? 0, (starts[group.to] ?? 0) + (lines[group.to]?.length ?? 0)];
    const end = hostStarts[group.to] === undefined ? undefined : lineEnd(host, hostStarts[group.to] ?? 0);
    const start = hostStarts[group.from];
    if (
      start === undefined ||
      end === undefined ||
      !lines.slice(group.from, group.to + 1).every((line, at) => standsAt(host, hostStarts[group.from + at], line, indent))
    )
      return undefined;
    const now = applyEdits(
      decoded.text.slice(from, to),
      group.edits.map((edit) => ({ ...edit, span: shifted(edit.span, -from) })),
    );
    const lineBreak = host[end] === "\r" ? "\r\n" : "\n";
    made.push({
      span: { start, end },
      text: now
        .split(/\r?\n/)
        .map((line) => (line === "" ? "" : indent + line))
        .join(lineBreak),
    });
  }
  return made;
}

interface LineGroup {
  readonly from: number;
  readonly to: number;
  readonly edits: readonly TextEdit[];
}

/** Edits that touch the same lines are written together. */
function grouped(edits: readonly TextEdit[], lineOf: (offset: number) => number): readonly LineGroup[] {
  const groups: LineGroup[] = [];
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  for (const edit of ordered) {
    const [from, to] = [lineOf(edit.span.start), lineOf(edit.span.end)];
    const last = groups.at(-1);
    if (last && from <= last.to) groups[groups.length - 1] = { from: last.from, to: Math.max(last.to, to), edits: [...last.edits, edit] };
    else groups.push({ from, to, edits: [edit] });
  }
  return groups;
}

/** Where each line of the block begins in the host, counted from the one that is known. */
function hostLines(host: string, known: number, line: number, count: number): readonly number[] {
  const starts: number[] = [];
  let at = host.lastIndexOf("\n", known - 1) + 1;
  for (let back = 0; back < line; back += 1) at = host.lastIndexOf("\n", at - 2) + 1;
  for (let each = 0; each < count; each += 1) {
    starts.push(at);
    const next = host.indexOf("\n", at);
    if (next < 0) break;
    at = next + 1;
  }
  return starts;
}

const standsAt = (host: string, start: number | undefined, line: string, indent: string): boolean =>
  start !== undefined &&
  (line.trim() === "" ? host.slice(start, lineEnd(host, start)).trim() === "" : host.slice(start, lineEnd(host, start)) === indent + line);

function lineEnd(text: string, from: number): number {
  const at = text.indexOf("\n", from);
  const end = at < 0 ? text.length : at;
  return end > from && text[end - 1] === "\r" ? end - 1 : end;
}
