import type { Code, FunctionCode, Pattern, Statement } from "../../model/code/code.ts";
import type { Module } from "../../model/code/module.ts";
import { codesIn, codesInAll, everyCodeIn, partsOfPattern, statementsIn } from "../../model/code/traverse.ts";

/** The names that a pattern gives values to. */
export function namesIn(pattern: Pattern): readonly string[] {
  switch (pattern.is) {
    case "name":
      return [pattern.name];
    case "target":
      return [];
    case "fields":
      return [...pattern.fields.flatMap(({ to }) => namesIn(to)), ...(pattern.rest === undefined ? [] : [pattern.rest])];
    case "items":
      return pattern.items.flatMap((item) => (item ? namesIn(item) : []));
  }
}

/** The names that are bound in a function: its parameters, and what its statements declare, catch and loop over. */
export const boundIn = (fn: FunctionCode): ReadonlySet<string> =>
  new Set([...fn.parameters.flatMap(({ to }) => namesIn(to)), ...(fn.name === undefined ? [] : [fn.name]), ...boundBy(fn.body)]);

/** The names that are bound at the top of a module, by imports too. */
export const boundAtTop = (module: Module): ReadonlySet<string> =>
  new Set([...module.imports.flatMap(({ local }) => (local === undefined ? [] : [local.split(".")[0] ?? local])), ...boundBy(module.body)]);

/** The names that statements bind, without those that functions in them do. */
export function boundBy(statements: readonly Statement[]): readonly string[] {
  return [...boundDirectly(statements), ...[...codesInAll(statements)].flatMap(boundByCode)];
}

function* boundDirectly(statements: readonly Statement[]): Generator<string> {
  for (const statement of statementsIn(statements)) {
    if (statement.do === "declare") yield* namesIn(statement.to);
    if (statement.do === "loop" && statement.each) yield* namesIn(statement.each);
    if (statement.do === "try") for (const { to } of statement.catches) if (to) yield* namesIn(to);
    if (statement.do === "block") for (const { to } of statement.uses) if (to) yield* namesIn(to);
  }
}

function boundByCode(code: Code): readonly string[] {
  if (code.is === "assign") return namesIn(code.to);
  return code.is === "comprehension" ? namesIn(code.each) : [];
}

/** Every name that a piece of code speaks of, those in functions inside of it too. */
export function namesUsed(code: Code): ReadonlySet<string> {
  return namesUsedIn([{ do: "evaluate", code, at: code.at }]);
}

/** Every name that statements read or write, in functions inside of them too. */
export function namesUsedIn(statements: readonly Statement[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const code of everyCodeIn(statements)) {
    if (code.is === "name") names.add(code.name);
    if (code.is === "assign") for (const name of namesIn(code.to)) names.add(name);
    if (code.is === "class")
      for (const { value } of code.members) if (value) for (const inner of codesIn(value)) if (inner.is === "name") names.add(inner.name);
  }
  for (const statement of statementsIn(statements)) {
    if (statement.do === "share") for (const name of statement.names) names.add(name);
    if (statement.do === "declare") for (const part of partsOfPattern(statement.to)) if (part.is === "name") names.add(part.name);
  }
  return names;
}

/** A name that nothing in some statements has yet: the wish itself, or with a number behind it. */
export function freeName(wishes: readonly string[], taken: ReadonlySet<string>): string {
  const free = wishes.find((wish) => !taken.has(wish));
  if (free !== undefined) return free;
  const [wish = "value"] = wishes;
  let number = 2;
  while (taken.has(`${wish}${number}`)) number += 1;
  return `${wish}${number}`;
}

/** The name at the root of a way: `client` of `client.send` and of `client.a().b`. */
export function rootName(code: Code): string | undefined {
  if (code.is === "name") return code.name;
  if (code.is === "member" || code.is === "item") return rootName(code.of);
  return code.is === "call" ? rootName(code.callee) : undefined;
}
