import type { Place } from "../../base/place.ts";
import type { Span } from "../../base/span.ts";
import type { CallCode, FunctionCode } from "../../model/code/code.ts";
import type { ReachedModule } from "../../model/code/handler.ts";
import type { Meaning, ScopeRef } from "../../model/code/meaning.ts";
import type { Scopes, Table } from "./scopes.ts";

/** A module that is being linked. */
export interface LinkedModule extends ReachedModule {
  readonly scopes: Scopes;
  readonly roots: readonly string[];
}

/** One run of a function, or a module: its names, and what its parameters stand for. */
export class Scope implements ScopeRef {
  readonly module: LinkedModule;
  readonly table: Table;
  readonly up: Scope | undefined;
  /** What each parameter was given; undefined where that is not known. */
  readonly parameters: readonly (Meaning | undefined)[];
  /** What `this` stands for; an arrow function asks the scope around it. */
  readonly self: Meaning | undefined;
  /** What names stand for, once that was asked; `undefined` while it is being found out. */
  readonly known = new Map<string, Meaning | undefined>();
  /** What calls stand for, which are asked about for their callee, their arguments and themselves. */
  readonly calls = new Map<CallCode, Meaning>();
  readonly depth: number;

  constructor(module: LinkedModule, table: Table, up: Scope | undefined, parameters: readonly (Meaning | undefined)[], self: Meaning | undefined) {
    this.module = module;
    this.table = table;
    this.up = up;
    this.parameters = parameters;
    this.self = self;
    this.depth = up ? up.depth + 1 : 0;
  }

  placeOf(at: Span): Place {
    const { uri, path, part } = this.module.place;
    return { uri, path, part, within: at };
  }

  /** The scope that has a name. */
  owner(name: string): Scope | undefined {
    for (let at: Scope | undefined = this; at; at = at.up) if (at.table.names.has(name)) return at;
    return undefined;
  }

  get receiver(): Meaning | undefined {
    for (let at: Scope | undefined = this; at; at = at.up) if (at.self) return at.self;
    return undefined;
  }

  /** The scope of a function that is run where it was made. */
  enter(code: FunctionCode, parameters: readonly (Meaning | undefined)[], self: Meaning | undefined): Scope {
    return new Scope(this.module, this.module.scopes.of(code), this, parameters, self);
  }
}
