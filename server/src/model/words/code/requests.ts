import type { HttpCall } from "../../code/facts.ts";

/** Addresses of the machine itself: extensions, the runtime, and a debugger answer there. */
const OWN_MACHINE = /^https?:\/\/(?:localhost|127\.0\.0\.1|169\.254\.|\[::1\])/;

/** Whether a request is answered on the machine that makes it. */
export function staysOnMachine({ url }: Pick<HttpCall, "url">): boolean {
  const first = url?.is === "template" ? url.parts[0] : url;
  return first?.is === "text" && OWN_MACHINE.test(first.value);
}
