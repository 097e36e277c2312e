import type { Code, FunctionCode } from "../../model/code/code.ts";
import type { Module } from "../../model/code/module.ts";
import { everyCodeIn } from "../../model/code/traverse.ts";
import { namesUsed } from "./names.ts";

/** Whether a function may be the one that Lambda calls: it is offered by the module, as it is or through a wrapper. */
export function mayBeCalled(fn: FunctionCode, module: Module): boolean {
  if (module.language === "python") return fn.name !== undefined && isAtTop(fn, module) && fn.parameters.length === 2;
  const name = fn.name ?? nameOf(fn, module);
  return module.exports.some(({ value }) => value && (holds(value, fn) || (name !== undefined && namesUsed(value).has(name))));
}

const isAtTop = (fn: FunctionCode, { body }: Module): boolean => body.some((each) => each.do === "declare" && each.value === fn);

const holds = (value: Code, fn: FunctionCode): boolean => [...everyCodeIn([{ do: "evaluate", code: value, at: value.at }])].includes(fn);

function nameOf(fn: FunctionCode, { body }: Module): string | undefined {
  const declared = body.find((each) => each.do === "declare" && each.value && holds(each.value, fn));
  return declared?.do === "declare" && declared.to.is === "name" ? declared.to.name : undefined;
}

/** The innermost of some functions whose first parameter is one of the names that are used: the one that is given the event. */
export function givenEvent(functions: readonly FunctionCode[], used: ReadonlySet<string>): { readonly fn: FunctionCode; readonly event: string } | undefined {
  for (const fn of [...functions].reverse()) {
    const [first, ...others] = fn.parameters;
    if (first?.to.is === "name" && used.has(first.to.name)) return { fn, event: first.to.name };
    if (others.some(({ to }) => to.is === "name" && used.has(to.name) && !CONTEXT.test(to.name))) return undefined;
  }
  return undefined;
}

/** What people call the second parameter of a handler. */
export const CONTEXT = /^_*(?:context|ctx|lambda_?context)$/i;
