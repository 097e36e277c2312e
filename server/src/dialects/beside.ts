import type { Deployments, Parameter } from "../model/scope.ts";
import { type Unknown, unknown } from "../model/value.ts";
import type { Node } from "../syntax/node.ts";

/** What stands beside a template, as far as it was read. */
export interface Beside {
  /** The document at a path relative to the template's folder; the same object as long as its text stays. Unknown where it was not read, or can't be. */
  document(location: string): BesideDocument | Unknown;
  /** How the template is deployed, as far as files beside it, or a template that nests it, say so. */
  deployments(parameters: ReadonlyMap<string, Parameter>): Deployments;
}

export interface BesideDocument {
  readonly uri: string;
  readonly node: Node | undefined;
  /** It has syntax errors: what was not read in it is unknown. */
  readonly broken: boolean;
}

/** A template of which nothing but its text is known. */
export const ALONE: Beside = { document: (location) => unknown(`${location} was not read yet`), deployments: () => ({ reviewed: [], leftOut: [] }) };
