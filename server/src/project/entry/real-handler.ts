import { redirectedBy } from "../../knowledge/handler-redirects.ts";
import type { Resource } from "../../model/resource.ts";
import { type Known, unknown, type Value } from "../../model/value.ts";

/** The handler of a function's own code: what `Handler` says, or the variable in which a monitoring vendor's handler finds it. */
export function realHandler(fn: Resource<"function">): Value<string> {
  const handler = fn.text("handler");
  if (!handler.known) return unknown(`the handler of ${fn.name} is not known: ${handler.reason}`, handler.place);
  const { value } = handler;
  if (value === undefined) return unknown(`${fn.name} names no handler`, handler.place);
  const variables = redirectedBy(value);
  if (variables.length === 0) return { ...handler, value };
  return redirected(fn, variables) ?? { ...handler, value };
}

/** Undefined where no variable names another handler: a handler may be called like a vendor without being the vendor's. */
function redirected(fn: Resource<"function">, variables: readonly string[]): Known<string> | ReturnType<typeof unknown> | undefined {
  const environment = fn.structure("environment");
  if (!environment.known) return environment;
  for (const name of variables) {
    const variable = environment.value?.text(name);
    if (!variable) continue;
    if (!variable.known) return unknown(`the handler behind that of a vendor is not known: ${variable.reason}`, variable.place);
    if (variable.value !== undefined) return { ...variable, value: variable.value };
  }
  return environment.value?.open === undefined ? undefined : unknown(environment.value.open, environment.place);
}
