/** Rules for tests of what stands around rules on code: each finding is easy to provoke. */
import { factsOf } from "../../server/src/model/code/handler.ts";
import { handlerOf } from "../../server/src/model/words/code/handler.ts";
import { variableOf } from "../../server/src/model/words/code/joined.ts";
import { defineRule } from "../../server/src/rules/define.ts";

const about = {
  pillars: ["reliability"],
  tradeoffs: {},
  practices: [],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: "Test.",
  references: [],
  on: "function",
  examples: [],
} as const;

/** Speaks of every handler, at its name in the code. */
export const handled = defineRule({
  ...about,
  id: "handled",
  summary: "Function is handled",
  *check(fn, context) {
    const handler = handlerOf(fn, context);
    if (!handler.known) return handler;
    const at = handler.value.handler?.place;
    if (at) yield { at, aspect: "handler", text: "{fn} is handled here.", many: "{names} are handled here.", values: { fn } };
    return undefined;
  },
});

/** Speaks of every variable that the code reads and the template does not declare, at the read; the function is related. */
export const undeclared = defineRule({
  ...about,
  id: "undeclared",
  summary: "Variable is not declared",
  *check(fn, context) {
    const handler = handlerOf(fn, context);
    if (!handler.known) return handler;
    for (const { name, place } of factsOf(handler.value, "environment read")) {
      const variable = variableOf(fn, name);
      if (!variable.known || variable.value !== undefined) continue;
      yield { at: place, aspect: name, text: "{fn} has no variable {name}.", values: { fn, name }, related: [[fn, "the function"]] };
    }
    return undefined;
  },
});

/** Speaks of variables that no code reads, at the variable in the template; the handler is related. */
export const unread = defineRule({
  ...about,
  id: "unread",
  summary: "Variable is not read",
  *check(fn, context) {
    const handler = handlerOf(fn, context);
    const variables = fn.structure("environment");
    if (!handler.known || !variables.known) return handler.known ? undefined : handler;
    const read = new Set(factsOf(handler.value, "environment read").map(({ name }) => name));
    const at = handler.value.handler?.place;
    for (const name of variables.value?.keys ?? []) {
      if (!read.has(name))
        yield { at: variables, aspect: name, text: "{fn} never reads {name}.", values: { fn, name }, related: at ? [[at, "its handler"]] : [] };
    }
    return undefined;
  },
});
