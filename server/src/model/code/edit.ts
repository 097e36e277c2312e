import type { Place } from "../../base/place.ts";

/**
 * One change of handler code. The language writes it as a person would in that file: its quotes, indentation, semicolons and
 * imports; or it answers why it cannot. Every place is that of the fact or statement that a rule found.
 */
export type CodeEdit =
  /** Waits for a call: `await` before it. The function around must be asynchronous already. */
  | { readonly verb: "await"; readonly call: Place }
  /** The end of a `catch` throws what it caught again. */
  | { readonly verb: "throw again"; readonly catch: Place }
  /** A `return` inside of a `catch` throws what was caught instead. */
  | { readonly verb: "throw instead of returning"; readonly return: Place }
  /** The statement that keeps what a call makes moves to the top of the module, above the function that is called first. */
  | { readonly verb: "hoist"; readonly call: Place }
  /** A request gives up after so many seconds. */
  | { readonly verb: "limit time"; readonly call: Place; readonly seconds: number }
  /** An entry of the parameters that an operation is given: in the object of the call or of its command, or a keyword argument. */
  | { readonly verb: "set parameter"; readonly call: Place; readonly name: string; readonly to: string | number | boolean }
  /** A logging call that writes the event writes the request's id and the number of records instead. */
  | { readonly verb: "log summary"; readonly call: Place };
