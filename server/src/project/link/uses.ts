import { once } from "../../base/memo.ts";
import type { Code, Pattern, Statement } from "../../model/code/code.ts";
import type { Use } from "../../model/code/facts.ts";
import { everyCodeIn, partsOf, statementsIn } from "../../model/code/traverse.ts";

/** What is done with a name: the keys that are read of it, and whether it is used as a whole. */
interface NameUse {
  readonly keys: Set<string>;
  whole: boolean;
}

/** What some statements do with each name, their functions included. */
const namesUsedIn = once((body: readonly Statement[]): ReadonlyMap<string, NameUse> => {
  const uses = new Map<string, NameUse>();
  const useOf = (name: string): NameUse => {
    const there = uses.get(name) ?? { keys: new Set<string>(), whole: false };
    uses.set(name, there);
    return there;
  };
  const whole = (code: Code | undefined) => {
    if (code?.is === "name") useOf(code.name).whole = true;
  };
  for (const code of everyCodeIn(body)) {
    if (code.is === "member" && code.of.is === "name") useOf(code.of.name).keys.add(code.key);
    else if (code.is === "item" && code.of.is === "name") useOf(code.of.name).whole = true;
    else for (const part of partsOf(code)) whole(part);
    if (code.is === "function" && code.concise) for (const statement of code.body) if (statement.do === "return") whole(statement.value);
  }
  wholeInStatements(body, whole);
  for (const [name, pattern] of destructured(body)) {
    const keys = fieldsOf(pattern);
    if (keys) for (const key of keys) useOf(name).keys.add(key);
    else useOf(name).whole = true;
  }
  return uses;
});

/** Statements use a name as a whole when they return it, throw it or test it. */
function wholeInStatements(body: readonly Statement[], whole: (code: Code | undefined) => void): void {
  for (const statement of everyStatementIn(body)) {
    if (statement.do === "return" || statement.do === "throw") whole(statement.value);
    else if (statement.do === "branch") whole(statement.test);
    else if (statement.do === "loop") whole(statement.over);
    else if (statement.do === "declare" && statement.to.is === "name") whole(statement.value);
  }
}

function* destructured(body: readonly Statement[]): Generator<readonly [string, Pattern]> {
  for (const statement of everyStatementIn(body)) {
    if (statement.do === "declare" && statement.to.is !== "name" && statement.value?.is === "name") yield [statement.value.name, statement.to];
  }
}

function everyStatementIn(body: readonly Statement[]): readonly Statement[] {
  return [...statementsIn(body), ...everyCodeIn(body).flatMap((code) => (code.is === "function" ? statementsIn(code.body) : []))];
}

/** The keys that a pattern takes out; undefined where it takes the rest too. */
function fieldsOf(pattern: Pattern): readonly string[] | undefined {
  return pattern.is === "fields" && pattern.rest === undefined ? pattern.fields.map(({ key }) => key) : undefined;
}

const NO_KEYS: ReadonlySet<string> = new Set();

export const DROPPED: Use = { kind: "dropped", awaited: false, keys: NO_KEYS, whole: false };
export const RETURNED: Use = { kind: "returned", awaited: false, keys: NO_KEYS, whole: true };
export const COLLECTED: Use = { kind: "collected", awaited: false, keys: NO_KEYS, whole: true };
export const READ: Use = { kind: "read", awaited: false, keys: NO_KEYS, whole: true };

export const readKey = (key: string): Use => ({ kind: "read", awaited: false, keys: new Set([key]), whole: false });

/** What becomes of a value that is given to a pattern within some statements. */
export function boundTo(pattern: Pattern, within: readonly Statement[]): Use {
  if (pattern.is === "name") {
    const use = namesUsedIn(within).get(pattern.name);
    return { kind: "bound", awaited: false, keys: use?.keys ?? NO_KEYS, whole: use?.whole ?? false };
  }
  const fields = fieldsOf(pattern);
  return { kind: "bound", awaited: false, keys: new Set(fields ?? []), whole: fields === undefined };
}

/** The variable that a chain of members begins with. */
export function rootName(code: Code): string | undefined {
  if (code.is === "name") return code.name;
  return code.is === "member" || code.is === "item" ? rootName(code.of) : undefined;
}
