import type { Place } from "../../base/place.ts";

/**
 * One change of handler code. The language writes it as a person would in that file: its quotes, indentation, semicolons and
 * imports; or it answers why it cannot. Every place is that of the fact or statement that a rule found.
 */
export type CodeEdit =
  /** Waits for a call: `await` before it. The function around must be asynchronous already. */
  | { readonly verb: "await"; readonly call: Place }
  /** `list.forEach(async …)` becomes a loop that waits for each item, or `await Promise.all(list.map(async …))` where the callback returns. */
  | { readonly verb: "await each"; readonly call: Place }
  /** `callback(null, value)` becomes `return value`, `callback(error)` becomes `throw error`. */
  | { readonly verb: "return instead of calling back"; readonly call: Place }
  /** The end of a `catch` throws what it caught again. */
  | { readonly verb: "throw again"; readonly catch: Place }
  /** A `return` inside of a `catch` throws what was caught instead. */
  | { readonly verb: "throw instead of returning"; readonly return: Place }
  /** The statement that keeps what a call makes moves to the top of the module, above the function that is called first. */
  | { readonly verb: "hoist"; readonly call: Place }
  /** The declaration at the top of a module moves to the beginning of the handler. */
  | { readonly verb: "move into handler"; readonly declaration: Place; readonly handler: Place }
  /** A request gives up after so many seconds. */
  | { readonly verb: "limit time"; readonly call: Place; readonly seconds: number }
  /** An entry of the options that a call or command is given; `argument` counts from 0, and is the parameters of the operation in Python. */
  | { readonly verb: "set parameter"; readonly call: Place; readonly name: string; readonly to: string | number | boolean }
  /** A logging call that writes the event writes the request's id and the number of records instead. */
  | { readonly verb: "log summary"; readonly call: Place }
  /** Keeps the result of a call and throws where one of its fields says that something failed. */
  | { readonly verb: "check result"; readonly call: Place; readonly field: string; readonly list: boolean }
  /**
   * A loop over the records of the event catches what fails for each, and the function answers with their identifiers. `identifier` is the way
   * from a record to it: `["messageId"]`, `["kinesis", "sequenceNumber"]`.
   */
  | { readonly verb: "answer failed items"; readonly loop: Place; readonly identifier: readonly string[] }
  /** The specifier of an import. */
  | { readonly verb: "import from"; readonly specifier: Place; readonly to: string };
