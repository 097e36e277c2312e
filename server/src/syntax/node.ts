import type { Span } from "../base/span.ts";

/**
 * What a text says, independent of the parser that read it. Spans are offsets in the text that the node was
 * parsed from (a section's own text, or the whole document where it could not be cut).
 */
export type Node = ScalarNode | MapNode | ListNode;

interface NodeBase {
  /** Where the value stands, quotes, brackets and tag included; trailing blanks and line ends are not. */
  readonly span: Span;
  /** A YAML tag as written, such as `!Ref` or `!GetAtt`; absent for none and for core tags. */
  readonly tag?: string;
}

export type ScalarStyle = "plain" | "single" | "double" | "literal" | "folded";

export interface ScalarNode extends NodeBase {
  readonly kind: "scalar";
  /** The value by the YAML 1.2 core schema (or JSON). A number keeps its spelling in `source`. */
  readonly value: string | number | boolean | null;
  readonly style: ScalarStyle;
  /** The text as written, without quotes' escapes undone; for plain scalars the spelling (`012345678901`). */
  readonly source: string;
}

export interface MapNode extends NodeBase {
  readonly kind: "map";
  readonly flow: boolean;
  /** In order of the text. A duplicate key keeps its place here; look-ups take the first. Entries of a merge key follow, marked. */
  readonly entries: readonly Entry[];
}

export interface ListNode extends NodeBase {
  readonly kind: "list";
  readonly flow: boolean;
  readonly items: readonly Node[];
}

export interface Entry {
  readonly key: ScalarNode;
  /** Absent where nothing is written behind the colon, or the key is half typed. */
  readonly value: Node | undefined;
  /** From the key to the end of the value. */
  readonly span: Span;
  /** This key stands earlier in the same map too. */
  readonly duplicate?: true;
  /** Came in by a merge key (`<<: *defaults`); its spans are those of the anchor's text. */
  readonly merged?: true;
}

export function entryOf(map: MapNode, key: string): Entry | undefined {
  for (const entry of map.entries) if (String(entry.key.value) === key) return entry;
  return undefined;
}
