import { once } from "../../base/memo.ts";
import type { Span } from "../../base/span.ts";
import type { Code, FunctionCode, Pattern, Statement } from "../../model/code/code.ts";
import type { Import, Module } from "../../model/code/module.ts";
import { codesIn, codesOf, statementsIn } from "../../model/code/traverse.ts";

/** One way in which a name gets its value: by the steps of a pattern from what a piece of code gives. */
export interface Given {
  readonly from: Code | { readonly parameter: number; readonly rest: boolean };
  /** Keys and indexes; `*` is an item of a list that is looped over. */
  readonly steps: readonly string[];
  readonly default: Code | undefined;
  /** The function that it happens in; undefined for the module itself. */
  readonly inside: FunctionCode | undefined;
}

export interface Binding {
  readonly name: string;
  readonly owner: FunctionCode | undefined;
  readonly at: Span;
  readonly import: Import | undefined;
  readonly given: readonly Given[];
}

/** The names of one function, or of the module; blocks do not count. */
export interface Table {
  readonly function: FunctionCode | undefined;
  readonly up: Table | undefined;
  readonly names: ReadonlyMap<string, Binding>;
}

/** The names of a module, by function. */
export interface Scopes {
  readonly module: Table;
  of(code: FunctionCode): Table;
}

/** A table that is being filled. */
interface Open {
  readonly function: FunctionCode | undefined;
  readonly up: Open | undefined;
  readonly names: Map<string, Omit<Binding, "given"> & { readonly given: Given[] }>;
  readonly shared: ReadonlySet<string>;
}

/** Finds out which names a module and its functions have and how each gets its values. */
export const scopesOf = once((module: Module): Scopes => {
  const tables = new Map<FunctionCode, Open>();
  const top = opened(undefined, undefined, module.body);
  for (const each of module.imports) {
    if (each.local !== undefined && !each.typeOnly) top.names.set(each.local, { name: each.local, owner: undefined, at: each.at, import: each, given: [] });
  }
  fill(top, module.body, module, tables);
  return { module: top, of: (code) => tables.get(code) ?? top };
});

function opened(code: FunctionCode | undefined, up: Open | undefined, body: readonly Statement[]): Open {
  const shared = new Set<string>();
  for (const statement of statementsIn(body)) if (statement.do === "share") for (const name of statement.names) shared.add(name);
  return { function: code, up, names: new Map(), shared };
}

/** Declarations first, so that an assignment finds the name that it is about wherever that is declared. */
function fill(table: Open, body: readonly Statement[], module: Module, tables: Map<FunctionCode, Open>): void {
  const inner: FunctionCode[] = [];
  for (const statement of statementsIn(body)) declare(table, statement);
  for (const code of codesHere(body)) {
    if (code.is === "assign") assign(table, code.to, code.value, module);
    else if (code.is === "comprehension") bind(table, table, code.each, code.over, ["*"]);
    else if (code.is === "function") inner.push(code);
  }
  for (const code of inner) fillFunction(code, table, module, tables);
}

/** The code of a body, the members of its classes included, the bodies of its functions not. */
function* codesHere(body: readonly Statement[]): Generator<Code> {
  for (const statement of statementsIn(body)) for (const code of codesOf(statement)) yield* withMembers(code);
}

function* withMembers(code: Code): Generator<Code> {
  for (const each of codesIn(code)) {
    yield each;
    if (each.is === "class") for (const { value } of each.members) if (value) yield* withMembers(value);
  }
}

function fillFunction(code: FunctionCode, up: Open, module: Module, tables: Map<FunctionCode, Open>): void {
  const table = opened(code, up, code.body);
  tables.set(code, table);
  code.parameters.forEach((parameter, index) => {
    bind(table, table, parameter.to, { parameter: index, rest: parameter.rest }, [], parameter.default);
  });
  fill(table, code.body, module, tables);
}

function declare(table: Open, statement: Statement): void {
  if (statement.do === "declare") bind(table, table, statement.to, statement.value, []);
  else if (statement.do === "loop" && statement.each && statement.over) bind(table, table, statement.each, statement.over, ["*"]);
  else if (statement.do === "block") for (const { code, to } of statement.uses) if (to) bind(table, table, to, code, []);
  if (statement.do === "try") for (const { to } of statement.catches) if (to) bind(table, table, to, undefined, []);
}

/** An assignment belongs to the scope that has the name; in Python it makes the name where it stands. */
function assign(table: Open, to: Pattern, value: Code, { language }: Module): void {
  if (to.is === "target") return;
  const owner = (name: string): Open => {
    if (language === "python" && !table.shared.has(name)) return table;
    for (let at: Open | undefined = language === "python" ? table.up : table; at; at = at.up) {
      if (at.names.has(name)) return at;
    }
    return rootOf(table);
  };
  bind(table, owner, to, value, []);
}

function rootOf(table: Open): Open {
  let at = table;
  while (at.up) at = at.up;
  return at;
}

/** Gives the names of a pattern their values. A loop variable, a catch or a bare declaration has nothing to give. */
function bind(
  here: Open,
  owner: Open | ((name: string) => Open),
  to: Pattern,
  from: Given["from"] | undefined,
  steps: readonly string[],
  otherwise?: Code,
): void {
  switch (to.is) {
    case "name": {
      const table = typeof owner === "function" ? owner(to.name) : owner;
      const binding = table.names.get(to.name) ?? { name: to.name, owner: table.function, at: to.at, import: undefined, given: [] };
      if (from) binding.given.push({ from, steps, default: otherwise, inside: here.function });
      table.names.set(to.name, binding);
      return;
    }
    case "fields":
      for (const field of to.fields) bind(here, owner, field.to, from, [...steps, field.key], field.default);
      if (to.rest !== undefined) bind(here, owner, { is: "name", name: to.rest, at: to.at }, from, steps);
      return;
    case "items":
      to.items.forEach((item, index) => {
        if (item) bind(here, owner, item, from, [...steps, String(index)]);
      });
      return;
    default:
  }
}
