import { VERIFIERS } from "../../../knowledge/code/verifiers.ts";
import type { CallFact, SeenCall } from "../../../model/code/facts.ts";
import { moduleName } from "../../shared/meanings.ts";
import { verifierOf } from "../../shared/verifiers.ts";

const BATCH = "@aws-lambda-powertools/batch";
const BATCH_FUNCTIONS: ReadonlySet<string> = new Set([
  "processPartialResponse",
  "processPartialResponseSync",
  "BatchProcessor",
  "BatchProcessorSync",
  "SqsFifoPartialProcessor",
]);
const BATCH_MIDDLEWARES: ReadonlySet<string> = new Set(["@middy/sqs-partial-batch-failure", "@middy/event-batch-response"]);

/** The handler's callback, `context.done` and its like, the time that is left, batch libraries, and verifiers of callers. */
export function recogniseLambda(call: SeenCall): CallFact | undefined {
  const { callee, code, place, circumstances } = call;
  if (callee.is === "callback") return { is: "callback call", name: "callback", code, place, circumstances };
  if (callee.is === "context") {
    const name = callee.path.at(-1) ?? "";
    if (name === "getRemainingTimeInMillis") return { is: "remaining time", place, circumstances };
    return name === "done" || name === "succeed" || name === "fail" ? { is: "callback call", name: `context.${name}`, code, place, circumstances } : undefined;
  }
  const by = batchLibrary(call);
  if (by !== undefined) return { is: "batch answer", by, place, circumstances };
  const verifier = verifierOf(callee, (name) => VERIFIERS.javascript[moduleName(name)]);
  return verifier === undefined ? undefined : { is: "verification", by: verifier, place, circumstances };
}

function batchLibrary({ callee }: SeenCall): string | undefined {
  if (callee.is !== "external") return undefined;
  if (BATCH_MIDDLEWARES.has(callee.package)) return callee.package;
  return callee.package === BATCH && BATCH_FUNCTIONS.has(callee.path[0] ?? "") ? callee.package : undefined;
}
