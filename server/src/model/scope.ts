import type { Deployment } from "./deployment.ts";
import type { Expression } from "./expression.ts";

/** What every resource of a template may refer to by name. One object as long as none of it changes. */
export interface Scope {
  readonly uri: string;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly mappings: Expression | undefined;
  /** Condition name → its expression. */
  readonly conditions: ReadonlyMap<string, ConditionExpression>;
  /** How the template is deployed, as far as files say so; none where none does. */
  readonly deployments: Deployments;
  /** What the outputs of nested templates are known to be: id of the resource that nests → output → value. */
  readonly outputs: ReadonlyMap<string, ReadonlyMap<string, Expression>>;
  /** Why names may be missing here: a transform, a syntax error. */
  readonly open?: string;
}

/** The deployments that a review looks at. */
export interface Deployments {
  readonly reviewed: readonly Deployment[];
  /** Names of those for development, where others are there: nothing lasting is kept in them. */
  readonly leftOut: readonly string[];
}

export interface Parameter {
  readonly name: string;
  readonly type: string | undefined;
  readonly default: Expression | undefined;
  readonly allowed: readonly string[] | undefined;
  readonly noEcho: boolean;
}

/** A condition, reduced to the comparisons that decide it. */
export type ConditionExpression =
  | { readonly is: "equals"; readonly left: Expression; readonly right: Expression }
  | { readonly is: "not"; readonly of: ConditionExpression }
  | { readonly is: "and" | "or"; readonly of: readonly ConditionExpression[] }
  | { readonly is: "named"; readonly name: string }
  | { readonly is: "unknown" };
