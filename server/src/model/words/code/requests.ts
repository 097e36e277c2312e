import type { HttpCall } from "../../code/facts.ts";
import type { HandlerView } from "../../code/handler.ts";
import { mentions } from "./mentions.ts";

/** Addresses of the machine itself: extensions, the runtime, and a debugger answer there. */
const OWN_MACHINE = /^https?:\/\/(?:localhost|127\.0\.0\.1|169\.254\.|\[::1\])/;

/** Whether a request is answered on the machine that makes it. */
export function staysOnMachine({ url }: Pick<HttpCall, "url">): boolean {
  if (url?.is === "template" && url.parts.some((part) => part.is === "variable" && part.name === "AWS_LAMBDA_RUNTIME_API")) return true;
  const first = url?.is === "template" ? url.parts[0] : url;
  return first?.is === "text" && OWN_MACHINE.test(first.value);
}

/** Whether a request may end in time by a race with a timer, by a timeout of its own, or by one that holds for all requests. */
export function endsElsewhere({ use }: HttpCall, view: HandlerView): boolean {
  if (use.keys.has("setTimeout") || use.keys.has("timeout")) return true;
  if (use.kind !== "dropped" && use.kind !== "read" && mentions(view, "race")) return true;
  return LIMITING_ALL.some((name) => mentions(view, name));
}

/** `axios.defaults.timeout`, `socket.setdefaulttimeout(…)`, and undici's dispatcher for everything. */
const LIMITING_ALL: readonly string[] = ["defaults", "setdefaulttimeout", "setGlobalDispatcher"];
