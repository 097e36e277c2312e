import { shifted } from "../../base/span.ts";
import type { Way } from "../find.ts";
import type { Tree } from "../tree.ts";
import { layoutAt } from "./layout.ts";
import { cannot, type Made, replaceText } from "./made.ts";
import { scalar, scalarLike } from "./scalar.ts";
import { siblingsAtTop, siblingsIn, siblingsInGroup } from "./siblings.ts";

/** Gives a key another name, in its own quotes. */
export function renamed(tree: Tree, way: Way, to: string): Made {
  const last = way.found.at(-1);
  const layout = layoutAt(tree, way);
  if (last && !last.entry) return cannot("it has no name");
  if (namesBeside(tree, way).includes(to)) return cannot(`${to} is there already`);
  const around = last?.parent?.flow ? "flow" : "block";
  const key = last?.entry?.key;
  const span = key && last ? shifted(key.span, last.placed.start) : way.group?.keySpan;
  if (!span) return cannot("it is not there");
  if (tree.format === "json") return [replaceText(span.start, span.end, JSON.stringify(to))];
  return [replaceText(span.start, span.end, key ? scalarLike(to, key.style, around, layout) : scalar(to, around, layout))];
}

function namesBeside(tree: Tree, { found, group }: Way): readonly string[] {
  const { parent } = found.at(-1) ?? {};
  const siblings = parent?.kind === "map" ? siblingsIn(parent, 0) : found.length > 0 && group?.sections ? siblingsInGroup(group) : siblingsAtTop(tree);
  return siblings.map(({ name }) => name);
}
