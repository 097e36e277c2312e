import { CALLBACKS_END_WITH } from "../../../knowledge/code/callbacks.ts";
import { factsOf, type HandlerView } from "../../code/handler.ts";
import type { Context } from "../../context.ts";
import type { Resource } from "../../resource.ts";
import { handlerOf } from "./handler.ts";

/** Whether a runtime gives handlers no callback. */
export const endsCallbacks = (runtime: string): boolean => Number(/^nodejs(\d+)/.exec(runtime)?.[1] ?? 0) >= CALLBACKS_END_WITH.value;

/** Whether a handler answers by a callback alone, as older ones do. */
export const answersByCallback = (view: HandlerView): boolean => view.handler?.code.asynchronous === false && factsOf(view, "callback call").length > 0;

/** Whether a function is known to fail on a runtime for the way in which its handler answers. */
export function failsOn(runtime: string, fn: Resource<"function">, context: Pick<Context, "codeOf">): boolean {
  const handler = endsCallbacks(runtime) ? handlerOf(fn, context) : undefined;
  return handler?.known === true && answersByCallback(handler.value);
}
