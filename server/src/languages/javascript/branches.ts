import type { Span } from "../../base/span.ts";
import type { Code, Statement } from "../../model/code/code.ts";

/** A branch of the code that is read. */
export function branchOf(test: Code, then: readonly Statement[], otherwise: readonly Statement[], at: Span): Statement {
  return { do: "branch", test, then, otherwise, at };
}
