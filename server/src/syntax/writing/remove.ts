import { type Span, shifted, type TextEdit } from "../../base/span.ts";
import type { Way } from "../find.ts";
import type { Entry, ListNode, MapNode, Node } from "../node.ts";
import type { Tree } from "../tree.ts";
import { column, endOfLines, lineEnd, lineStart, margin, nextLine, startsLine } from "./layout.ts";
import { cannot, type Made, replaceText } from "./made.ts";
import { siblingsAtTop, siblingsInGroup } from "./siblings.ts";

/**
 * Removes what the ways lead to. What would be left without entries or items goes too, but not a resource's properties nor anything above.
 * @param growing the maps, lists and groups that something is added to at the same time.
 */
export function removed(tree: Tree, ways: readonly Way[], growing: ReadonlySet<object>): Made {
  const targets = raised(
    tree,
    ways.map((way) => familyOf(tree, { way, at: way.found.length - 1 })),
    growing,
  );
  const edits: TextEdit[] = [];
  for (const [index, target] of targets.entries()) {
    const family = targets.filter(({ id }) => id === target.id);
    if (targets.findIndex(({ id }) => id === target.id) < index) continue;
    const indexes = family.map((one) => one.index).sort((a, b) => a - b);
    if (indexes.includes(-1)) return cannot("it is not there");
    if (target.besideAlias) return cannot("an alias stands beside it");
    if (indexes.length < target.spans.length)
      edits.push(...(target.flow ? fromBrackets(tree.text, target.spans, indexes) : indexes.flatMap((one) => fromLines(tree.text, target, one))));
    else {
      if (growing.has(target.id)) return cannot("all that it holds would go");
      const made = emptied(tree, target);
      if ("cannot" in made) return made;
      edits.push(...made);
    }
  }
  return edits;
}

/** A step of a way: -1 stands for its group. */
interface Target {
  readonly way: Way;
  readonly at: number;
}

/** What is to go, and what it stands in. */
interface Member extends Target {
  /** The map, list or group that it stands in, or the document. */
  readonly id: object;
  /** Where all children of that stand in the document. */
  readonly spans: readonly Span[];
  /** Which of them this is. */
  readonly index: number;
  readonly flow: boolean;
  readonly dashes: boolean;
  /** An item beside it is an alias, so where that stands is not known: its node is the one of its anchor. */
  readonly besideAlias: boolean;
}

function familyOf(tree: Tree, { way, at }: Target): Member {
  const own = way.found[at];
  const start = own?.placed.start ?? 0;
  if (own?.parent) {
    const { parent } = own;
    const children = childrenOf(parent);
    const index = children.findIndex((child) => child === own.entry || child === own.node);
    const spans = children.map(({ span }) => shifted(span, start));
    const besideAlias = children.some(({ span }) => span.start < parent.span.start || span.end > parent.span.end);
    return { way, at, id: parent, spans, index, flow: parent.flow, dashes: parent.kind === "list", besideAlias };
  }
  const inGroup = own !== undefined && way.group?.sections !== undefined;
  const spans = inGroup && way.group ? siblingsInGroup(way.group) : siblingsAtTop(tree);
  const begins = own?.entry ? own.entry.key.span.start + start : (way.group?.keySpan.start ?? -1);
  const index = spans.findIndex((sibling) => sibling.start === begins);
  const flow = tree.format === "json" || tree.text.slice(0, spans[0]?.start).trimEnd().endsWith("{");
  return { way, at, id: inGroup && way.group ? way.group : tree, spans, index, flow, dashes: false, besideAlias: false };
}

const childrenOf = (parent: MapNode | ListNode): readonly (Entry | Node)[] =>
  parent.kind === "map" ? parent.entries.filter((entry) => !entry.merged) : parent.items;

/** Puts what is around in the place of targets wherever all of its children are to go, as long as it may go itself. */
function raised(tree: Tree, targets: readonly Member[], growing: ReadonlySet<object>): readonly Member[] {
  const unique = targets.filter((target, index) => targets.findIndex((other) => other.id === target.id && other.index === target.index) === index);
  const next = unique.map((target) => {
    const all = unique.filter(({ id }) => id === target.id).length === target.spans.length;
    return all && !growing.has(target.id) && mayGo(target) ? familyOf(tree, { way: target.way, at: target.at - 1 }) : target;
  });
  return next.every((target, index) => target === unique[index]) ? unique : raised(tree, next, growing);
}

/** Whether what a target stands in may go with it: a resource and its properties stay, even without any. */
function mayGo({ way, at }: Member): boolean {
  if (at === 0) return way.group?.sections !== undefined && way.group.key !== "Resources";
  const above = way.found[at - 1];
  return above?.parent !== undefined && above.entry?.key.value !== "Properties";
}

/** What stays but loses its last child is written as empty: nothing behind a key would be no map. */
function emptied(tree: Tree, { way, at, spans }: Member): Made {
  const above = way.found[at - 1];
  const parent = way.found[at]?.parent;
  if (!above || !parent) return cannot("it is the last one");
  const span = shifted(parent.span, above.placed.start);
  const signs = parent.kind === "map" ? "{}" : "[]";
  if (parent.flow) return [replaceText(span.start, span.end, signs)];
  const key = above.entry && shifted(above.entry.key.span, above.placed.start);
  const colon = key ? tree.text.indexOf(":", key.end) : -1;
  if (!key || colon < 0) return cannot("it is the last one");
  const comment = /^[^\n#]*?([ \t]+#[^\n]*)$/.exec(tree.text.slice(colon + 1, lineEnd(tree.text, colon)))?.[1] ?? "";
  const end = endOfLines(tree.text, spans.at(-1)?.end ?? span.end, column(tree.text, key.start));
  return [replaceText(colon + 1, end, ` ${signs}${comment}`)];
}

function fromLines(text: string, { spans, dashes }: Member, index: number): TextEdit[] {
  const own = spans[index] ?? { start: 0, end: 0 };
  const next = spans[index + 1];
  const begins = dashes ? dashBefore(text, own.start) : own.start;
  const end = endOfLines(text, own.end, column(text, begins));
  if (!startsLine(text, begins)) {
    // The first of a map or list that stands behind a dash: the next one moves up to it.
    const nextBegins = next && (dashes ? dashBefore(text, next.start) : next.start);
    if (nextBegins === undefined || /\S/.test(text.slice(end, nextBegins))) return [replaceText(begins, end, "")];
    return [replaceText(begins, nextBegins, "")];
  }
  const from = startWithComments(text, begins);
  const until = nextLine(text, end);
  if (until === text.length && !text.endsWith("\n")) return [replaceText(endOfLineBefore(text, from), until, "")];
  const isApart = isBlankLine(text, from - 1);
  if (!next && isApart && !isBlankLine(text, until)) return [replaceText(aboveBlankLines(text, from), until, "")];
  return [replaceText(from, isApart || index === 0 ? behindBlankLines(text, until) : until, "")];
}

/** Where the line above the one that starts at `from` ends, its line end left out. */
function endOfLineBefore(text: string, from: number): number {
  const end = Math.max(0, from - 1);
  return text[end - 1] === "\r" ? end - 1 : end;
}

function dashBefore(text: string, start: number): number {
  return Math.max(0, text.lastIndexOf("-", start - 1));
}

/** The comments directly above an entry, at its column, speak about it. */
function startWithComments(text: string, begins: number): number {
  const at = column(text, begins);
  let from = lineStart(text, begins);
  while (from > 0) {
    const above = lineStart(text, from - 1);
    const comment = /^\uFEFF?( *)#/.exec(text.slice(above, from));
    if (!comment || (comment[1] ?? "").length !== at) break;
    from = above;
  }
  return from;
}

const isBlankLine = (text: string, offset: number): boolean =>
  offset > 0 && offset < text.length && text.slice(lineStart(text, offset), lineEnd(text, offset)).trim() === "";

/** One of two runs of blank lines goes with what stood between them. */
function behindBlankLines(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.slice(at, lineEnd(text, at)).trim() === "") at = nextLine(text, at);
  return at;
}

function aboveBlankLines(text: string, from: number): number {
  let at = from;
  while (at > 0 && isBlankLine(text, at - 1)) at = lineStart(text, at - 1);
  return at;
}

function fromBrackets(text: string, spans: readonly Span[], indexes: readonly number[]): TextEdit[] {
  const gone = new Set(indexes);
  const lastKept = spans.findLastIndex((_, index) => !gone.has(index));
  const kept = spans[lastKept] ?? { start: 0, end: 0 };
  const edits: TextEdit[] = [];
  for (const index of indexes) {
    const own = spans[index] ?? { start: 0, end: 0 };
    const line = ownLines(text, own);
    if (line) edits.push(replaceText(line.start, line.end, ""));
    else if (index < lastKept) edits.push(replaceText(own.start, spans[index + 1]?.start ?? own.end, ""));
    else if (!edits.some(({ span }) => span.start === kept.end)) edits.push(replaceText(kept.end, spans.at(-1)?.end ?? own.end, ""));
  }
  return withoutLastComma(text, edits, kept, spans.at(-1), indexes);
}

/** Where the last ones went by their lines, the comma behind the new last one goes too, unless the list ended with one. */
function withoutLastComma(text: string, edits: TextEdit[], kept: Span, last: Span | undefined, indexes: readonly number[]): TextEdit[] {
  const comma = /^\s*,/.exec(text.slice(kept.end))?.[0].length;
  const endedWithComma = last !== undefined && /^\s*,/.test(text.slice(last.end));
  const lastWent = last !== undefined && kept.end < last.start && indexes.length > 0;
  const covered = edits.some(({ span }) => span.start <= kept.end && kept.end < span.end);
  if (!lastWent || comma === undefined || endedWithComma || covered) return edits;
  return [replaceText(kept.end, kept.end + comma, ""), ...edits];
}

/** The whole lines of an entry that shares none of them: a comma and a comment behind it, and comments directly above it, are taken in. */
function ownLines(text: string, own: Span): Span | undefined {
  const end = lineEnd(text, own.end);
  if (!startsLine(text, own.start) || !/^[ \t]*,?[ \t]*(?:(?:\/\/|#).*)?$/.test(text.slice(own.end, end))) return undefined;
  let start = lineStart(text, own.start);
  const blanks = margin(text, own.start);
  for (let above = lineStart(text, start - 1); start > 0 && isComment(text.slice(above, start), blanks); above = lineStart(text, start - 1)) start = above;
  return { start, end: nextLine(text, end) };
}

/** A line with a comment and nothing else, at the column of what stands below it. */
const isComment = (line: string, blanks: string): boolean =>
  line.startsWith(blanks) && /^(?:#|\/\/|\/\*(?:[^*]|\*(?!\/))*\*\/[ \t]*\r?\n$)/.test(line.slice(blanks.length));
