import type { Place } from "../base/place.ts";
import type { CodeEdit } from "./code/edit.ts";
import type { KindName } from "./kinds/index.ts";
import type { Subject } from "./subject.ts";
import type { Known } from "./value.ts";

/** What an edit writes: JSON with references in it, which the dialect spells in the document's own style. */
export type Content = string | number | boolean | null | readonly Content[] | { readonly [key: string]: Content } | Mentioned;

/** A reference to a resource, or text around references, to be written. */
export class Mentioned {
  readonly parts: readonly (string | Pointer)[];
  constructor(parts: readonly (string | Pointer)[]) {
    this.parts = parts;
  }
}

export interface Pointer {
  readonly to: Subject | NewResource | string;
  /** `id` is what `Ref` gives; `arn`, `name` and other attributes are spelled as the resource's type has them. */
  readonly as: "id" | "arn" | "name" | "streamArn";
}

export const arnOf = (to: Subject | NewResource): Mentioned => new Mentioned([{ to, as: "arn" }]);
export const nameOf = (to: Subject | NewResource): Mentioned => new Mentioned([{ to, as: "name" }]);
export const idOf = (to: Subject | NewResource | string): Mentioned => new Mentioned([{ to, as: "id" }]);

/** Text with references in it: ``textOf`arn:${idOf(bucket)}/*` ``. */
export function textOf(strings: TemplateStringsArray, ...mentioned: readonly (Mentioned | string)[]): Mentioned {
  const partsOf = (one: Mentioned | string | undefined) => (one instanceof Mentioned ? one.parts : one === undefined ? [] : [one]);
  return new Mentioned([...strings].flatMap((text, index) => [text, ...partsOf(mentioned[index])]).filter((part) => part !== ""));
}

/** A resource that a fix adds. The dialect picks its type and a free logical id that starts as wished. */
export interface NewResource {
  readonly add: KindName;
  readonly id: string;
  /** The resource beside which it goes, whose `Condition` it copies. */
  readonly beside: Subject;
  /** Canonical property → content. */
  readonly properties: Readonly<Record<string, Content>>;
}

/** One edit in terms of the model. The dialect answers each with text, or with the reason why it cannot. */
export type Edit =
  /** Writes a canonical property of a resource; `to: undefined` removes it. */
  | { readonly set: Subject; readonly property: string; readonly to: Content | undefined; readonly comment?: string }
  /** Writes a canonical property where all resources of the kind inherit it from. */
  | { readonly setForAll: Subject; readonly property: string; readonly to: Content }
  | NewResource
  /** Replaces what stands at a place: an item of a list, the value of a property. */
  | { readonly replace: Place | Known<unknown>; readonly by: Content }
  /** Removes the entry or item at a place. */
  | { readonly remove: Place | Known<unknown> | Subject }
  /** Gives the key at a place another name; what stands under it stays. */
  | { readonly rename: Place; readonly to: string }
  /** Appends to a list property. */
  | { readonly append: Subject; readonly property: string; readonly item: Content }
  /**
   * Sends what a function, an event source mapping, a target of a rule or a schedule gives up on (events, records) to a
   * new queue, with the right to do so.
   */
  | { readonly sendFailuresOf: Subject }
  /** Changes handler code, in its file or inside the template. */
  | { readonly code: CodeEdit }
  /** Puts a policy template in the place of a statement or a managed policy, or adds it to a function. */
  | { readonly grant: string; readonly parameters: Readonly<Record<string, Content>>; readonly to: Subject; readonly insteadOf?: Subject };

/**
 * `safe` fixes may run on save: one file, no resource added or removed, no permission or bill changed, no trade-off.
 * Everything else is `review`.
 */
export type Safety = "safe" | "review";

export interface Fix {
  /** Says what will stand there. */
  readonly title: string;
  readonly safety: Safety;
  readonly edits: readonly Edit[];
  /** The title when findings with one cause are merged; `{count}` stands for their number. */
  readonly many?: string;
  /** What each of the merged findings asks for, in place of `edits` where not all of them can be written. */
  readonly parts?: readonly FixPart[];
}

/** A merged fix as one of its findings has it. */
export interface FixPart {
  /** What messages call the subject. */
  readonly name: string;
  readonly title: string;
  /** None where this finding has no such fix. */
  readonly edits: readonly Edit[];
}
