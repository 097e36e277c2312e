import type { Code, FunctionCode, Statement } from "../../model/code/code.ts";
import type { Scope } from "./scope.ts";

/** A name of a module, or a field of an object, that outlives an invocation. */
function isKept(code: Code | undefined, scope: Scope): boolean {
  if (code?.is === "member" || code?.is === "item") return isKept(code.of, scope) || (code.of.is === "name" && code.of.name === "this");
  return code?.is === "name" && scope.owner(code.name)?.table.function === undefined && scope.owner(code.name) !== undefined;
}

/** Whether a test asks that something kept is still empty: `!client`, `client is None`, `not client`, `client === undefined`. */
export function asksForEmpty(test: Code, scope: Scope): boolean {
  if (test.is === "choice") return test.of.some((each) => asksForEmpty(each, scope));
  if (test.is !== "operation") return false;
  const [first, second] = test.of;
  if (test.operator === "!" || test.operator === "not") return isKept(first, scope);
  if (!/^(===?|==|is|not in)$/.test(test.operator)) return false;
  if (test.operator === "not in") return isKept(second, scope);
  return (isKept(first, scope) && second?.is === "nothing") || (isKept(second, scope) && first?.is === "nothing") || isTypeof(first, scope);
}

const isTypeof = (code: Code | undefined, scope: Scope): boolean => code?.is === "operation" && code.operator === "typeof" && isKept(code.of[0], scope);

/** Whether a test asks that something kept is there, and what follows leaves: `if (client) return client`. */
export function leavesWhenFull({ test, then }: Extract<Statement, { do: "branch" }>, scope: Scope): boolean {
  const last = then.at(-1);
  if (last?.do !== "return") return false;
  if (isKept(test, scope)) return true;
  return test.is === "operation" && /^(!==?|is not|in)$/.test(test.operator) && test.of.some((each) => isKept(each, scope));
}

/** Whether the rest of a choice is only computed while something kept is empty: `client ?? (client = make())`. */
export const fillsEmpty = (first: Code | undefined, scope: Scope): boolean => isKept(first, scope);

const CACHES = new Set(["lru_cache", "cache", "cached", "cached_property", "alru_cache", "memoize"]);

/** Whether a decorator keeps what a function gives. */
export function isCached({ decorators }: FunctionCode): boolean {
  return decorators.some((decorator) => {
    const named = decorator.is === "call" ? decorator.callee : decorator;
    return CACHES.has(named.is === "member" ? named.key : named.is === "name" ? named.name : "");
  });
}
