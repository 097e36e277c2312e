import type { Expression } from "./expression.ts";

/**
 * One way in which a template is deployed, as a file says it: an environment of SAM's settings, a file of parameters, or
 * another template that nests it. In each the parameters have values of their own.
 */
export interface Deployment {
  /** What messages call it. */
  readonly name: string;
  /** The values that it gives, by parameter; a parameter that is not here keeps its default. Unknown where deployment alone knows the value. */
  readonly parameters: ReadonlyMap<string, Expression>;
  /** Whether its values decide conditions too. Those of a deployment without a name of its own only stand for values. */
  readonly decides: boolean;
}
