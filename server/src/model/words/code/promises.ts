import { once } from "../../../base/memo.ts";
import type { CallCode, Code, FunctionCode } from "../../code/code.ts";
import type { Fact, LocalCall, ServiceCall } from "../../code/facts.ts";
import { factsOf, type HandlerView } from "../../code/handler.ts";
import type { Module } from "../../code/module.ts";
import { codesInAll, everyCodeIn, statementsIn } from "../../code/traverse.ts";

/**
 * Whether Lambda freezes the environment as soon as the promise of the handler settles. A handler that calls back has its environment until nothing is
 * left to do, so nothing that it started is lost.
 */
export function endsWithPromise(view: HandlerView): boolean {
  const { handler } = view;
  if (!handler) return false;
  if (handler.code.asynchronous) return true;
  const answers = factsOf(view, "callback call").length > 0 || handler.code.parameters.length > 2;
  return !answers && factsOf(view, "return").some(({ ofHandler, value }) => ofHandler && value !== undefined && value.is !== "nothing");
}

/** Whether a call of a service gives a promise that starts the request: version 2 gives one only when asked, and either version may call back instead. */
export function givesPromise(call: ServiceCall, view: HandlerView): boolean {
  if ((call.by !== "call" && call.by !== "upload") || callsBack(call.code)) return false;
  if (call.sdk === "javascript-v3") return true;
  return call.sdk === "javascript-v2" && view.modules.some(({ module }) => promisedIn(module).has(call.code));
}

/** Whether a call is given a function to answer to, or something that may be one. */
export const callsBack = ({ arguments: given }: CallCode): boolean => given.slice(1).some(({ is }) => is === "function" || is === "name" || is === "member");

/** Whether a function is what `new Promise` calls: somebody waits for it in another way. */
export const settlesPromise = (view: HandlerView, code: FunctionCode): boolean => view.modules.some(({ module }) => settlersIn(module).has(code));

/** Whether an asynchronous function has anything left to do when its call gives a promise: it waits for something, or gives what something else promised. */
export function staysBusy({ callee }: Pick<LocalCall, "callee">): boolean {
  if (callee.generator) return false;
  const waits = codesInAll(callee.body).some((code) => code.is === "await" || (code.is === "comprehension" && code.asynchronous));
  return waits || statementsIn(callee.body).some(leavesWork);
}

const leavesWork = (statement: FunctionCode["body"][number]): boolean =>
  (statement.do === "loop" && statement.asynchronous) || (statement.do === "return" && statement.value?.is === "call");

/** Whether a function that is called for each item starts something that is not done when the call is over. */
export function leavesWorkBehind(callback: FunctionCode, view: HandlerView): boolean {
  return codesInAll(callback.body).some(({ is }) => is === "await") || view.facts.some((fact) => isLeft(fact, callback));
}

function isLeft(fact: Fact, callback: FunctionCode): boolean {
  if (fact.is !== "service call" && fact.is !== "http call" && !(fact.is === "local call" && fact.asynchronous)) return false;
  return fact.circumstances.through.at(-1) === callback && (fact.use.kind === "dropped" || fact.use.kind === "returned");
}

const promisedIn = once((module: Module): ReadonlySet<Code> => {
  const promised = new Set<Code>();
  for (const code of everyCodeIn(module.body)) if (code.is === "member" && code.key === "promise") promised.add(code.of);
  return promised;
});

const settlersIn = once((module: Module): ReadonlySet<Code> => {
  const settlers = new Set<Code>();
  for (const code of everyCodeIn(module.body)) {
    const [first] = code.is === "call" && code.construct && code.callee.is === "name" && code.callee.name === "Promise" ? code.arguments : [];
    if (first?.is === "function") settlers.add(first);
  }
  return settlers;
});
