import type { Place } from "../../base/place.ts";
import type { Unknown } from "../value.ts";
import type { FunctionCode } from "./code.ts";
import type { Entry, MissingEntry } from "./entry.ts";
import type { Fact } from "./facts.ts";
import type { Import, Module } from "./module.ts";

/** The function that Lambda calls. */
export interface HandlerFunction {
  readonly code: FunctionCode;
  /** Its name where it is exported or defined. */
  readonly place: Place;
  /** The packages whose wrappers and decorators it goes through, outermost first. */
  readonly wrappers: readonly string[];
}

/** A file, or inline code, that the handler reaches through local imports. */
export interface ReachedModule {
  readonly module: Module;
  /** A span of it is `{ ...place, within: span }`. */
  readonly place: Place;
  readonly text: string;
}

export interface PackageImport {
  /** `@aws-sdk/client-s3`, `aws-sdk/clients/s3`, `pandas`. */
  readonly name: string;
  readonly import: Import;
  readonly place: Place;
}

/** All that is known of one function's code: what its handler reaches, through local imports, helpers and small classes. */
export interface HandlerView {
  readonly entry: Entry;
  /** Undefined where the module has the export, but which function it is can't be followed. */
  readonly handler: HandlerFunction | undefined;
  /** The entry's module first. */
  readonly modules: readonly ReachedModule[];
  readonly packages: readonly PackageImport[];
  /** In the order of a run: first what the modules do when they are loaded, then what the handler does. */
  readonly facts: readonly Fact[];
  /** Every local import was read and every module parses, so that what the code never does is known too; else why not. */
  readonly resolved: true | Unknown;
  /** Every call of an AWS service is among the facts, with its operation; else why not. Implies `resolved`. */
  readonly complete: true | Unknown;
}

/** That the module is there but does not offer what the function names. */
export interface MissingExport {
  readonly entry: Entry;
  /** All names that the module offers. */
  readonly offered: readonly string[];
  readonly place: Place;
}

/** What is known of the code of a function. */
export type FunctionCodeState =
  | { readonly is: "handler"; readonly view: HandlerView }
  | { readonly is: "missing file"; readonly missing: MissingEntry }
  | { readonly is: "missing export"; readonly missing: MissingExport };

/** The facts of one kind. */
export function factsOf<K extends Fact["is"]>(view: HandlerView, kind: K): readonly Extract<Fact, { readonly is: K }>[] {
  return view.facts.filter((fact): fact is Extract<Fact, { readonly is: K }> => fact.is === kind);
}
