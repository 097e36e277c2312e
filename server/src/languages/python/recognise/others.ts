import { CONNECTIONS } from "../../../knowledge/code/connections.ts";
import { LOGGERS, levelOf } from "../../../knowledge/code/logging.ts";
import { VERIFIERS } from "../../../knowledge/code/verifiers.ts";
import type { CallFact, SeenCall } from "../../../model/code/facts.ts";
import type { Meaning } from "../../../model/code/meaning.ts";
import { madeBy } from "../../shared/meanings.ts";
import { verifierOf } from "../../shared/verifiers.ts";

/** Connections to databases and caches. */
export function recogniseConnection({ callee, code, arguments: given, named, place, circumstances }: SeenCall): CallFact | undefined {
  if (callee.is !== "external") return undefined;
  const opens = CONNECTIONS.python[callee.package]?.includes(callee.path.join("."));
  return opens ? { is: "connection", library: callee.package, values: [...given, ...named.values()], code, place, circumstances } : undefined;
}

/** `print`, `logging` and the methods of loggers. */
export function recogniseLog({ callee, arguments: values, named, code, place, circumstances }: SeenCall): CallFact | undefined {
  const found = loggerOf(callee);
  const level = found && levelOf(found.method);
  if (!found || !level) return undefined;
  const interpolated =
    values.some(({ is }) => is === "template") || code.arguments.some((argument) => argument.is === "operation" && argument.operator === "%");
  return { is: "log", library: found.library, level, values: [...values, ...named.values()], interpolated, code, place, circumstances };
}

function loggerOf(callee: Meaning): { readonly library: string; readonly method: string } | undefined {
  if (callee.is === "external") {
    if (callee.package === "" && callee.path.join(".") === "print") return { library: "print", method: "log" };
    const [method] = callee.path;
    return callee.package === "logging" && callee.path.length === 1 && method !== undefined ? { library: "logging", method } : undefined;
  }
  if (callee.is !== "member") return undefined;
  const made = madeBy(
    callee.of,
    ({ package: from, path }) => (from === "logging" && path[0] === "getLogger") || (LOGGERS.python.has(from) && isLogger(path.at(-1))),
  );
  return made?.callee.is === "external" ? { library: made.callee.package, method: callee.key } : undefined;
}

const isLogger = (name: string | undefined): boolean => name === undefined || /logger/i.test(name);

/** `time.sleep` and `asyncio.sleep`. */
export function recogniseSleep({ callee, arguments: given, code, place, circumstances }: SeenCall): CallFact | undefined {
  if (callee.is !== "external") return undefined;
  const name = `${callee.package}.${callee.path.join(".")}`;
  if (name !== "time.sleep" && name !== "asyncio.sleep") return undefined;
  const [seconds] = given;
  return { is: "sleep", seconds: seconds?.is === "number" ? seconds.value : undefined, code, place, circumstances };
}

const BATCH_FUNCTIONS: ReadonlySet<string> = new Set([
  "process_partial_response",
  "async_process_partial_response",
  "batch_processor",
  "async_batch_processor",
  "BatchProcessor",
  "AsyncBatchProcessor",
  "SqsFifoPartialProcessor",
]);

/** The time that is left, batch libraries, and verifiers of callers. */
export function recogniseLambda({ callee, place, circumstances }: SeenCall): CallFact | undefined {
  if (callee.is === "context") return callee.path.at(-1) === "get_remaining_time_in_millis" ? { is: "remaining time", place, circumstances } : undefined;
  if (callee.is === "external" && callee.package === "aws_lambda_powertools" && BATCH_FUNCTIONS.has(callee.path.at(-1) ?? "")) {
    return { is: "batch answer", by: callee.package, place, circumstances };
  }
  const by = verifierOf(callee, (name) => VERIFIERS.python[name]);
  return by === undefined ? undefined : { is: "verification", by, place, circumstances };
}
