import type { Span } from "../../base/span.ts";
import type { Way } from "../find.ts";
import type { Entry, MapNode } from "../node.ts";
import type { Group, Tree } from "../tree.ts";

/** An entry of a map as its neighbours see it. Offsets are the document's. */
export interface Sibling extends Span {
  readonly name: string;
  /** It stands in a section that was not understood, so nothing is written beside it. */
  readonly broken: boolean;
}

/** The entries of a map that are written in it; what a merge key brings stands elsewhere. */
export const siblingsIn = (map: MapNode, start: number, broken = false): readonly Sibling[] =>
  map.entries.filter((entry) => !entry.merged).map((entry) => sibling(entry, start, broken));

export const siblingsInGroup = (group: Group): readonly Sibling[] =>
  (group.sections ?? []).flatMap(({ section, start }) => section.entries.map((entry) => sibling(entry, start, section.problems.length > 0)));

export const siblingsAtTop = (tree: Tree): readonly Sibling[] =>
  tree.groups.map((group) => {
    const last = group.sections?.at(-1) ?? group.whole?.placed;
    return { name: group.key, start: group.keySpan.start, end: group.span.end, broken: (last?.section.problems.length ?? 0) > 0 };
  });

function sibling({ key, span }: Entry, start: number, broken: boolean): Sibling {
  return { name: String(key.value), start: key.span.start + start, end: span.end + start, broken };
}

/** The one named, else the last one. */
export const siblingBefore = (siblings: readonly Sibling[], name: string | undefined): Sibling | undefined =>
  siblings.find((one) => one.name === name) ?? siblings.at(-1);

/** Whether blank lines stand between most of them; undefined when there is nothing to learn it from. */
export function areApart(text: string, siblings: readonly Sibling[]): boolean | undefined {
  const gaps = siblings.slice(1).map((one, index) => text.slice(siblings[index]?.end, one.start));
  if (gaps.length === 0) return undefined;
  return gaps.filter((gap) => /\n[ \t]*\r?\n/.test(gap)).length * 2 >= gaps.length;
}

/** What makes an edit at the end of a way unsafe, in words; undefined when nothing does. */
export function danger(tree: Tree, { found }: Way): string | undefined {
  if (found.some(({ shared }) => shared)) return "it comes from an anchor that is used in other places too";
  const last = found.at(-1);
  if (last && last.placed.section.problems.length > 0) return "there is a syntax error around it";
  if (tree.format === "yaml" && found.some((one) => isAnchored(one.placed.section.text, one.entry?.key.span.end ?? one.node?.span.start ?? 0, one.node?.span)))
    return "aliases elsewhere refer to it";
  const repeated = found.find(
    ({ entry, parent }) => entry && parent?.kind === "map" && parent.entries.filter(({ key }) => key.value === entry.key.value).length > 1,
  );
  return repeated ? `${String(repeated.entry?.key.value)} stands there twice` : undefined;
}

/** Whether a node or something in it has an anchor that an alias of the same text names. */
export function isAnchored(text: string, from: number, span: Span | undefined): boolean {
  if (!span || !text.includes("&") || !text.includes("*")) return false;
  for (const [, name] of text.slice(Math.min(from, span.start), span.end).matchAll(/(?<=^|[\s,[{:-])&([^\s,[\]{}]+)/g)) {
    if (name !== undefined && text.includes(`*${name}`)) return true;
  }
  return false;
}
