import type { HandlerView } from "../../code/handler.ts";
import type { Context } from "../../context.ts";
import type { Resource } from "../../resource.ts";
import { unknown, type Value } from "../../value.ts";

/** What a function's handler does; unknown where there is none that can be followed. */
export function handlerOf(fn: Resource<"function">, context: Pick<Context, "codeOf">): Value<HandlerView> {
  const code = context.codeOf(fn);
  if (!code.known) return code;
  const { value } = code;
  if (value.is !== "handler") return unknown(`the handler of ${fn.name} is not there`, code.place);
  return value.view.handler ? { ...code, value: value.view } : unknown(`which function the handler of ${fn.name} is cannot be followed`, code.place);
}
