import type { HttpCall } from "../../code/facts.ts";
import { factsOf, type HandlerView } from "../../code/handler.ts";
import { mentions } from "./mentions.ts";
import { perInvocation } from "./sites.ts";

/** Addresses of the machine itself: extensions, the runtime, and a debugger answer there. */
const OWN_MACHINE = /^https?:\/\/(?:localhost|127\.0\.0\.1|169\.254\.|\[::1\])/;

/** Whether a request is answered on the machine that makes it. */
function staysOnMachine({ url }: Pick<HttpCall, "url">): boolean {
  if (url?.is === "template" && url.parts.some((part) => part.is === "variable" && part.name === "AWS_LAMBDA_RUNTIME_API")) return true;
  const first = url?.is === "template" ? url.parts[0] : url;
  return first?.is === "text" && OWN_MACHINE.test(first.value);
}

/** Whether a request may end in time by a race with a timer, by a timeout of its own, or by one that holds for all requests. */
function endsElsewhere({ use }: HttpCall, view: HandlerView): boolean {
  if (use.keys.has("setTimeout") || use.keys.has("timeout")) return true;
  if (use.kind !== "dropped" && use.kind !== "read" && mentions(view, "race")) return true;
  return LIMITING_ALL.some((name) => mentions(view, name));
}

/** `axios.defaults.timeout`, `socket.setdefaulttimeout(…)`, and undici's dispatcher for everything. */
const LIMITING_ALL: readonly string[] = ["defaults", "setdefaulttimeout", "setGlobalDispatcher"];

/** A request gets about half of the function's time, and no more than a person would wait. Seconds. */
const MOST = 10;

/** The seconds after which a request should give up in a function that may run so long, in seconds. */
export const patienceIn = (timeout: number): number => Math.min(MOST, Math.floor(timeout / 2));

/** Requests of a handler that nothing ends but the function's own timeout. */
export const unlimitedRequests = (view: HandlerView): readonly HttpCall[] =>
  perInvocation(factsOf(view, "http call")).filter((call) => call.timeout === "absent" && !staysOnMachine(call) && !endsElsewhere(call, view));
