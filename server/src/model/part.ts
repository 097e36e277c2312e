import type { Path } from "../base/place.ts";
import type { Expression } from "./expression.ts";
import type { KindName } from "./kinds/index.ts";

/**
 * How a dialect writes one kind: canonical property → the steps from the resource's own entry to it. `null` says that
 * this form of the resource cannot have the property. The same entry serves reading and writing.
 */
export interface Binding {
  readonly kind: KindName;
  readonly properties: Readonly<Record<string, readonly string[] | null>>;
}

/** A condition under which a part is there; `holds: false` for the other branch of an `Fn::If`. */
export interface Guard {
  readonly condition: string;
  readonly holds: boolean;
}

/**
 * One resource of a template, or something that stands inside a resource and that rules treat as one: an event of a
 * function, a statement of a policy, a target of a rule. What a template implies without writing it is a part as well.
 */
export interface Part {
  /** The logical id; children are `Owner/what`, such as `Worker/Events/Jobs`. */
  readonly id: string;
  readonly kind: KindName;
  /** AWS's type name, for display and for what the user hovers; rules ask for the kind. */
  readonly type: string;
  /** What messages call it: the logical id of the nearest written resource. */
  readonly name: string;
  readonly uri: string;
  /** The entry whose key is marked for what is absent. */
  readonly path: Path;
  /** All that is written in the entry, inherited values merged in. */
  readonly body: Expression;
  readonly binding: Binding;
  /** Properties that the dialect knows without a place of their own, such as the function of an event. */
  readonly fixed: Readonly<Record<string, Expression>>;
  readonly guards: readonly Guard[];
  /** Id of the part that this one stands in. */
  readonly owner?: string;
  /** Nothing of it is written: the template's transform makes it. */
  readonly implied?: true;
}
