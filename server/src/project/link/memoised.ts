import type { Code, FunctionCode, Statement } from "../../model/code/code.ts";
import type { Scope } from "./scope.ts";

/** A name of a module, or a field or entry of something, that outlives an invocation. */
function isKept(code: Code | undefined, scope: Scope): boolean {
  if (code?.is === "await") return isKept(code.of, scope);
  if (code?.is === "call") return code.callee.is === "member" && LOOKING_UP.has(code.callee.key) && outlives(code.callee.of, scope);
  if (code?.is === "member" || code?.is === "item") return outlives(code.of, scope) || (code.of.is === "name" && code.of.name === "this");
  return code?.is === "name" && (isFilledLater(code.name, scope) || isLookedUp(code.name, scope));
}

/** Methods of a dictionary that say what is in it. */
const LOOKING_UP: ReadonlySet<string> = new Set(["get", "has"]);

/** Whatever has a name of the module. */
function outlives(code: Code, scope: Scope): boolean {
  if (code.is === "member" || code.is === "item") return outlives(code.of, scope) || (code.of.is === "name" && code.of.name === "this");
  return code.is === "name" && scope.owner(code.name) !== undefined && scope.owner(code.name)?.table.function === undefined;
}

/** A variable of the module that a function writes; one that is written once is a setting, which keeps nothing. */
function isFilledLater(name: string, scope: Scope): boolean {
  const owner = scope.owner(name);
  if (!owner || owner.table.function !== undefined) return false;
  const binding = owner.table.names.get(name);
  return binding?.import !== undefined || binding?.given.some(({ inside }) => inside !== undefined) === true;
}

/** A variable that holds nothing but what was looked up in something kept: `const hit = cache.get(key)`. */
function isLookedUp(name: string, scope: Scope): boolean {
  const owner = scope.owner(name);
  if (!owner || owner.table.function === undefined) return false;
  const [given, ...others] = owner.table.names.get(name)?.given ?? [];
  if (!given || others.length > 0 || "parameter" in given.from || given.steps.length > 0) return false;
  return given.from.is !== "name" && isKept(given.from, owner);
}

/** A dictionary of the module that begins empty, or is made by a call; a list of what is allowed keeps nothing. */
function isFilledContainer(code: Code | undefined, scope: Scope): boolean {
  if (code?.is !== "name") return isKept(code, scope);
  const owner = scope.owner(code.name);
  const binding = owner && owner.table.function === undefined ? owner.table.names.get(code.name) : undefined;
  if (!binding) return false;
  return (
    binding.import !== undefined ||
    binding.given.some(({ from }) => "is" in from && (from.is === "call" || (from.is === "object" && from.entries.length === 0)))
  );
}

/** Whether a test asks that something kept is still empty: `!client`, `client is None`, `not client`, `client === undefined`. */
export function asksForEmpty(test: Code, scope: Scope): boolean {
  if (test.is === "choice") return test.of.some((each) => asksForEmpty(each, scope));
  if (test.is !== "operation") return false;
  const [first, second] = test.of;
  if (test.operator === "!" || test.operator === "not") return isKept(first, scope);
  if (!/^(===?|==|is|not in)$/.test(test.operator)) return false;
  if (test.operator === "not in") return isFilledContainer(second, scope);
  return (isKept(first, scope) && second?.is === "nothing") || (isKept(second, scope) && first?.is === "nothing") || isTypeof(first, scope);
}

const isTypeof = (code: Code | undefined, scope: Scope): boolean => code?.is === "operation" && code.operator === "typeof" && isKept(code.of[0], scope);

/** Whether a test asks that something kept is there, and what follows leaves: `if (client) return client`. */
export function leavesWhenFull({ test, then }: Extract<Statement, { do: "branch" }>, scope: Scope): boolean {
  return then.at(-1)?.do === "return" && asksForFull(test, scope);
}

/** Whether a test asks that something kept is there, also if it must be young enough: `client && Date.now() < end`. */
export function asksForFull(test: Code, scope: Scope): boolean {
  if (test.is === "choice") return test.operator === "&&" && test.of.some((each) => asksForFull(each, scope));
  if (isKept(test, scope)) return true;
  if (test.is !== "operation") return false;
  const [first, second] = test.of;
  if (test.operator === "in") return isFilledContainer(second, scope);
  return /^(!==?|is not)$/.test(test.operator) && second?.is === "nothing" && isKept(first, scope);
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
