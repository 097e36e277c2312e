import type { Span } from "../../base/span.ts";
import type { NodeEdit } from "../edit.ts";
import type { Way } from "../find.ts";
import type { Entry, MapNode } from "../node.ts";
import type { Group, Tree } from "../tree.ts";
import { changesAnchor } from "./anchors.ts";

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
export function danger(tree: Tree, way: Way, op: NodeEdit["op"]): string | undefined {
  const { found } = way;
  if (found.some(({ shared }) => shared)) return "it comes from an anchor that is used in other places too";
  const last = found.at(-1);
  if (last && last.placed.section.problems.length > 0) return "there is a syntax error around it";
  if (changesAnchor(tree, way, op)) return "aliases elsewhere refer to it";
  const repeated = found.find(
    ({ entry, parent }) => entry && parent?.kind === "map" && parent.entries.filter(({ key }) => key.value === entry.key.value).length > 1,
  );
  return repeated ? `${String(repeated.entry?.key.value)} stands there twice` : undefined;
}
