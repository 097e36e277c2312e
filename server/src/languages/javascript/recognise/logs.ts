import { LOGGERS, levelOf } from "../../../knowledge/code/logging.ts";
import type { CallFact, SeenCall } from "../../../model/code/facts.ts";
import type { Meaning } from "../../../model/code/meaning.ts";
import { madeBy } from "../../shared/meanings.ts";

/** `console.…` and the methods of loggers. */
export function recogniseLog({ callee, arguments: values, code, place, circumstances }: SeenCall): CallFact | undefined {
  const found = loggerOf(callee);
  const level = found && levelOf(found.method);
  if (!found || !level) return undefined;
  const interpolated = values.some(({ is }) => is === "template");
  return { is: "log", library: found.library, level, values, interpolated, code, place, circumstances };
}

function loggerOf(callee: Meaning): { readonly library: string; readonly method: string } | undefined {
  if (callee.is === "external") {
    const [first, method] = callee.path;
    if (callee.package === "" && first === "console" && method !== undefined) return { library: "console", method };
    return LOGGERS.javascript.has(callee.package) && callee.path.length > 0 ? { library: callee.package, method: callee.path.at(-1) ?? "" } : undefined;
  }
  if (callee.is !== "member") return undefined;
  const made = madeBy(callee.of, ({ package: from }) => LOGGERS.javascript.has(from));
  return made?.callee.is === "external" ? { library: made.callee.package, method: callee.key } : undefined;
}
