import type { Code } from "../../code/code.ts";
import type { GlobalWrite } from "../../code/facts.ts";
import type { HandlerView } from "../../code/handler.ts";
import { everyCodeIn, partsOf } from "../../code/traverse.ts";

/** What the code does with a name of a module beside writing to it. */
export interface GlobalUse {
  /** It is read somewhere: handed on, returned, looped over, or asked for a member that is no filling. */
  readonly read: boolean;
  /** It is emptied or set anew where no event is in it. */
  readonly reset: boolean;
  /** It is asked for a key before it is filled: a cache. */
  readonly cache: boolean;
}

const FILLING = /^(?:push|unshift|append|extend|add|insert|splice)$/;
const CACHING = /^(?:get|has|get_or_default|setdefault|pop)$/;
const EMPTYING = /^(?:clear|splice|length|flush|reset|shift|popleft)$/;

/** How the module in which a write stands uses the name that is written; shadowing is not looked at. */
export function readsAndResets(view: HandlerView, { name, place, declaredAt, how }: GlobalWrite): GlobalUse {
  const found = { read: false, reset: false, cache: false };
  const module = view.modules.find((one) => one.place.uri === place.uri);
  if (!module) return found;
  const isName = (code: Code | undefined): boolean => code?.is === "name" && code.name === name;
  for (const code of everyCodeIn(module.module.body)) {
    if (code.is === "member" && isName(code.of)) {
      if (EMPTYING.test(code.key)) found.reset = true;
      else if (CACHING.test(code.key)) found.cache = true;
      else if (!FILLING.test(code.key)) found.read = true;
    } else if (code.is === "item" && isName(code.of)) found.cache = true;
    else if (code.is === "operation" && code.operator === "in" && isName(code.of[1])) found.cache = true;
    else if (code.is === "assign" && code.to.is === "name" && code.to.name === name) {
      if (code.at.start !== place.within?.start && code.at.start !== declaredAt.start && isEmpty(code.value)) found.reset = true;
      if (how === "filled" && isEmpty(code.value) && code.at.start !== declaredAt.start) found.reset = true;
    } else if (partsOf(code).some(isName)) found.read = true;
  }
  if (!found.read) found.read = returned(module.module.body, name);
  return found;
}

const isEmpty = (code: Code): boolean =>
  code.is === "nothing" ||
  (code.is === "list" && code.items.length === 0) ||
  (code.is === "object" && code.entries.length === 0 && !code.open) ||
  code.is === "number" ||
  code.is === "flag";

function returned(body: HandlerView["modules"][number]["module"]["body"], name: string): boolean {
  for (const code of everyCodeIn(body)) {
    if (code.is === "function" && code.body.some((statement) => statement.do === "return" && statement.value?.is === "name" && statement.value.name === name))
      return true;
  }
  return false;
}
