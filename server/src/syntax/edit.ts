import type { Step } from "../base/place.ts";

/** A value to be written: JSON, plus a tagged value that YAML writes in short form (`!GetAtt Orders.Arn`). */
export type Data = string | number | boolean | null | readonly Data[] | { readonly [key: string]: Data } | Tagged;

/** Only YAML can write it; whoever edits JSON gives the long form (`{"Fn::GetAtt": [...]}`) instead. */
export class Tagged {
  constructor(
    readonly tag: string,
    readonly value: Data,
  ) {}
}

/** An edit in terms of the document's own structure. Paths start at the document's root. */
export type NodeEdit =
  /** Replaces the value at `path`, or inserts it with the parents that are missing. `after` names the sibling key behind which a new key goes, if it is there. */
  | { readonly op: "set"; readonly path: readonly Step[]; readonly value: Data; readonly after?: string; readonly comment?: string }
  /** Appends to the list at `path`; makes the list, and its parents, where missing. */
  | { readonly op: "append"; readonly path: readonly Step[]; readonly value: Data }
  /** Removes the entry or item; a map or list that becomes empty goes too, up to the resource's properties. */
  | { readonly op: "remove"; readonly path: readonly Step[] }
  | { readonly op: "rename"; readonly path: readonly Step[]; readonly to: string };
