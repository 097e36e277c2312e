import { type Span, shifted } from "../base/span.ts";
import type { Entry, Node } from "../syntax/node.ts";
import type { Tree } from "../syntax/tree.ts";

/** A resource as it stands in the text, whatever its dialect makes of it. */
export interface WrittenResource {
  readonly id: string;
  /** Offsets of its key in the document. */
  readonly key: Span;
  readonly value: Node | undefined;
  /** What the spans of `value` are relative to. */
  readonly start: number;
}

/** The entries below the top-level `Resources`, in order of the text. */
export function resourcesOf(tree: Tree): readonly WrittenResource[] {
  return tree.groups
    .filter((group) => group.key === "Resources")
    .flatMap(({ sections, whole }) => {
      if (whole) return whole.value?.kind === "map" ? whole.value.entries.map((entry) => written(entry, whole.placed.start)) : [];
      return (sections ?? []).flatMap(({ section, start }) => section.entries.map((entry) => written(entry, start)));
    });
}

const written = ({ key, value }: Entry, start: number): WrittenResource => ({ id: String(key.value), key: shifted(key.span, start), value, start });
