import { once } from "../../../base/memo.ts";
import type { Code, Pattern } from "../../code/code.ts";
import type { HandlerView } from "../../code/handler.ts";
import type { Module } from "../../code/module.ts";
import { everyCodeIn, statementsIn } from "../../code/traverse.ts";

/** Whether any module that the handler reaches has a name: as a key, a variable, a member or a text of that very value. */
export const mentions = ({ modules }: HandlerView, name: string): boolean => modules.some(({ module }) => namesIn(module).has(name));

const namesIn = once((module: Module): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const code of everyCodeIn(module.body)) for (const name of namesOf(code)) names.add(name);
  for (const statement of statementsIn(module.body)) if (statement.do === "declare") for (const name of namesOfPattern(statement.to)) names.add(name);
  return names;
});

function* namesOf(code: Code): Generator<string> {
  if (code.is === "name") yield code.name;
  else if (code.is === "member") yield code.key;
  else if (code.is === "text") yield code.value;
  else if (code.is === "object") for (const { key } of code.entries) yield key;
  else if (code.is === "call") yield* code.named.keys();
  else if (code.is === "assign") yield* namesOfPattern(code.to);
  else if (code.is === "function") {
    for (const { to } of code.parameters) yield* namesOfPattern(to);
    for (const statement of statementsIn(code.body)) if (statement.do === "declare") yield* namesOfPattern(statement.to);
  }
}

function* namesOfPattern(pattern: Pattern): Generator<string> {
  if (pattern.is === "name") yield pattern.name;
  else if (pattern.is === "items") for (const item of pattern.items) if (item) yield* namesOfPattern(item);
  if (pattern.is !== "fields") return;
  for (const { key, to } of pattern.fields) {
    yield key;
    yield* namesOfPattern(to);
  }
}
