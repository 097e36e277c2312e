import type { Span } from "../base/span.ts";
import type { Entry, Node } from "../syntax/node.ts";
import type { PlacedSection, Tree } from "../syntax/tree.ts";
import type { Allow } from "./allow.ts";
import { readWords, type Words } from "./allow-words.ts";
import { resourcesOf } from "./resources.ts";

const MARK = "pillar-hints:";

/**
 * Allows in comments: `# pillar-hints: allow <rule>[, <rule>] [until YYYY-MM-DD] -- reason`. One behind a value covers its
 * line, one on a line of its own the next line that is no comment; where that line holds a resource's key, the resource.
 * `allow-file` covers the file from wherever it stands. JSON has no comments.
 */
export function commentAllows(tree: Tree): readonly Allow[] {
  const found: Allow[] = [];
  if (tree.format === "json") return found;
  for (let at = tree.text.indexOf(MARK); at >= 0; at = tree.text.indexOf(MARK, at + MARK.length)) {
    const allow = allowAt(tree, at);
    if (allow) found.push(allow);
  }
  return found;
}

function allowAt(tree: Tree, at: number): Allow | undefined {
  const line = lineAt(tree.text, at);
  const before = /^(.*?)(?:^|\s)(#+\s*)$/.exec(tree.text.slice(line.start, at));
  const start = at - (before?.[2]?.length ?? 0);
  if (!before || insideScalar(tree, start)) return undefined;
  const span = { start, end: line.start + tree.text.slice(line.start, line.end).trimEnd().length };
  const from = at + MARK.length;
  const verb = /^\s*(\S*)/.exec(tree.text.slice(from, span.end));
  const words = wordsOf(verb?.[1] ?? "", tree.text.slice(from + (verb?.[0].length ?? 0), span.end), from + (verb?.[0].length ?? 0));
  const covered = before[1]?.trim() ? line : nextLine(tree.text, line);
  return { ...words, span, covers: verb?.[1] === "allow-file" ? "file" : covering(tree, covered), unsure: tree.problems.length > 0 };
}

function wordsOf(verb: string, text: string, by: number): Words {
  if (verb === "allow" || verb === "allow-file") return readWords(text, by);
  return { rules: [], reason: undefined, until: undefined, fault: `Behind \`${MARK}\` stands \`allow\` or \`allow-file\`, then the rule.` };
}

function covering(tree: Tree, line: Span): Allow["covers"] {
  const resource = resourcesOf(tree).find(({ key }) => line.start <= key.start && key.start < line.end);
  return resource ? { resource: resource.id } : { line };
}

/** The next line that is no comment; an empty one covers nothing. */
function nextLine(text: string, line: Span): Span {
  let next = line;
  do next = next.end < text.length ? lineAt(text, next.end + 1) : { start: text.length + 1, end: text.length + 1 };
  while (/^\s*#/.test(text.slice(next.start, next.end)));
  return next;
}

/** The line around an offset, without its `\n`. */
function lineAt(text: string, offset: number): Span {
  const end = text.indexOf("\n", offset);
  return { start: text.lastIndexOf("\n", offset - 1) + 1, end: end < 0 ? text.length : end };
}

/** Whether an offset lies in a value, such as a block of inline code with comments of its own. */
function insideScalar(tree: Tree, offset: number): boolean {
  const group = tree.groups.findLast(({ span }) => span.start <= offset);
  const placed = group?.whole ? [group.whole.placed] : (group?.sections ?? []);
  return placed.some((section) => holdsInScalar(section, offset));
}

function holdsInScalar({ section, start }: PlacedSection, offset: number): boolean {
  return offset >= start && offset < start + section.text.length && section.entries.some((entry) => entryHolds(entry, offset - start));
}

function entryHolds({ value, span, merged }: Entry, offset: number): boolean {
  return !merged && value !== undefined && span.start <= offset && offset < span.end && nodeHolds(value, offset);
}

function nodeHolds(node: Node, offset: number): boolean {
  if (offset <= node.span.start || offset >= node.span.end) return false;
  if (node.kind === "scalar") return true;
  return node.kind === "map" ? node.entries.some((entry) => entryHolds(entry, offset)) : node.items.some((item) => nodeHolds(item, offset));
}
