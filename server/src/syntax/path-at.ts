import type { Step } from "../base/place.ts";
import type { Span } from "../base/span.ts";
import { decode } from "./embedded.ts";
import { documentIn } from "./find.ts";
import { isJson } from "./json/read.ts";
import type { Entry, Node } from "./node.ts";
import type { Group, PlacedSection, Tree } from "./tree.ts";

/** What stands at an offset: the deepest entry there, and whether the offset is in its key or in the rest of it. */
export interface PathAt {
  readonly steps: Step[];
  readonly part: "key" | "value";
}

/** The reverse of `locate`, for an offset that a reader points at. Undefined outside of all entries. */
export function pathAt(tree: Tree, offset: number): PathAt | undefined {
  const group = tree.groups.findLast(({ span }) => touches(span, offset));
  if (!group) return undefined;
  if (touches(group.keySpan, offset)) return { steps: [group.key], part: "key" };
  if (!group.sections) return inWhole(group, offset);
  const placed = sectionAt(group.sections, offset);
  const entry = placed?.section.entries.find(({ span }) => touches(span, offset - placed.start));
  return placed && entry ? inEntry(placed.section.text, entry, offset - placed.start, [group.key]) : { steps: [group.key], part: "value" };
}

const touches = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end;

function inWhole({ key, whole }: Group, offset: number): PathAt {
  const steps = [key];
  return whole?.value ? inNode(whole.placed.section.text, whole.value, offset - whole.placed.start, steps) : { steps, part: "value" };
}

function sectionAt(sections: readonly PlacedSection[], offset: number): PlacedSection | undefined {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sections[middle]?.start ?? offset) <= offset) low = middle + 1;
    else high = middle;
  }
  return sections[low - 1];
}

function inEntry(text: string, entry: Entry, offset: number, above: readonly Step[]): PathAt {
  const steps = [...above, String(entry.key.value)];
  if (touches(entry.key.span, offset)) return { steps, part: "key" };
  return entry.value ? inNode(text, entry.value, offset, steps) : { steps, part: "value" };
}

function inNode(text: string, node: Node, offset: number, steps: Step[]): PathAt {
  if (!touches(node.span, offset)) return { steps, part: "value" };
  if (node.kind === "map") {
    // Merged entries stand elsewhere; an offset there belongs to the anchor.
    const entry = node.entries.find((one) => !one.merged && touches(one.span, offset));
    return entry ? inEntry(text, entry, offset, steps) : { steps, part: "value" };
  }
  if (node.kind === "list") {
    const index = node.items.findIndex(({ span }) => touches(span, offset));
    const item = node.items[index];
    return item ? inNode(text, item, offset, [...steps, index]) : { steps, part: "value" };
  }
  if (typeof node.value !== "string" || !isJson(node.value)) return { steps, part: "value" };
  const decoded = decode(text, node);
  const document = documentIn(node);
  const inside = decoded.fromHost(offset);
  return document && inside !== undefined ? inNode(decoded.text, document, inside, steps) : { steps, part: "value" };
}
