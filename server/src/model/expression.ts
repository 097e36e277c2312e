import type { Path } from "../base/place.ts";

export type Scalar = string | number | boolean | null;

/**
 * What a template says at one place, before conditions are decided and parameters looked up. Dialects make it from
 * nodes; it holds paths and no offsets, so it stays equal when text moves, and equal expressions can be lent.
 */
export type Expression =
  | Literal
  | MapExpression
  | ListExpression
  | RefExpression
  | AttributeExpression
  | TextExpression
  | IfExpression
  | LookupExpression
  | PickExpression
  | SplitExpression
  | NothingExpression
  | UnknownExpression;

interface Written {
  readonly path: Path | undefined;
}

export interface Literal extends Written {
  readonly is: "literal";
  readonly value: Scalar;
  /** The spelling, where it differs from the value's own (`012345678901`). */
  readonly source?: string;
}

export interface MapExpression extends Written {
  readonly is: "map";
  readonly entries: ReadonlyMap<string, Expression>;
  /** Why more entries may be there than were read: an include, a transform, a syntax error. */
  readonly open?: string;
  /** Documents whose entries belong here too, as long as they were not read. */
  readonly includes?: readonly Include[];
}

/** A document that is put in the place of an expression, or among its entries, at deployment. */
export interface Include extends Written {
  /** Relative to the template's folder. */
  readonly location: string;
}

export interface ListExpression extends Written {
  readonly is: "list";
  readonly items: readonly Expression[];
  readonly open?: string;
}

/** `Ref`: a resource, a parameter or a pseudo parameter. */
export interface RefExpression extends Written {
  readonly is: "ref";
  readonly name: string;
}

/** `Fn::GetAtt`. */
export interface AttributeExpression extends Written {
  readonly is: "attribute";
  readonly name: string;
  readonly attribute: string;
}

/** `Fn::Sub`, and `Fn::Join` where its list is written out: text with expressions in it. */
export interface TextExpression extends Written {
  readonly is: "text";
  readonly parts: readonly (string | Expression)[];
  /** Leads to the scalar that the text is written in; absent where it is joined from several. */
  readonly scalar?: Path;
}

export interface IfExpression extends Written {
  readonly is: "if";
  readonly condition: string;
  readonly then: Expression;
  readonly else: Expression;
}

/** `Fn::FindInMap`. */
export interface LookupExpression extends Written {
  readonly is: "lookup";
  readonly keys: readonly Expression[];
  readonly otherwise?: Expression;
}

/** `Fn::Select`. */
export interface PickExpression extends Written {
  readonly is: "pick";
  readonly index: Expression;
  readonly from: Expression;
}

/** `Fn::Split`. */
export interface SplitExpression extends Written {
  readonly is: "split";
  readonly separator: string;
  readonly text: Expression;
}

/** `AWS::NoValue`: as if the entry were not there. */
export interface NothingExpression extends Written {
  readonly is: "nothing";
}

export interface UnknownExpression extends Written {
  readonly is: "unknown";
  readonly reason: string;
  /** Names that stand below, so that the graph still knows who mentions whom. */
  readonly inside?: readonly Expression[];
  /** The document that stands for it, as long as it was not read. */
  readonly include?: Include;
}

/** The entry of a map written out, without deciding anything. */
export function entry(of: Expression | undefined, ...keys: readonly string[]): Expression | undefined {
  let at = of;
  for (const key of keys) at = at?.is === "map" ? at.entries.get(key) : undefined;
  return at;
}

/** The text of a literal string, without deciding anything. */
export function literalText(of: Expression | undefined): string | undefined {
  return of?.is === "literal" && typeof of.value === "string" ? of.value : undefined;
}

export function children(of: Expression): readonly Expression[] {
  switch (of.is) {
    case "map":
      return [...of.entries.values()];
    case "list":
      return of.items;
    case "text":
      return of.parts.filter((part): part is Expression => typeof part !== "string");
    case "if":
      return [of.then, of.else];
    case "lookup":
      return of.otherwise ? [...of.keys, of.otherwise] : of.keys;
    case "pick":
      return [of.index, of.from];
    case "split":
      return [of.text];
    case "unknown":
      return of.inside ?? [];
    default:
      return [];
  }
}
