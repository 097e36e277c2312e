import type { Span } from "../../../base/span.ts";
import type { Code } from "../../../model/code/code.ts";
import { type Around, findCall } from "../../shared/find.ts";
import { cannot, inserted, NOT_THERE, type Writing, type WrittenCode } from "../../shared/writing.ts";

/** `await` before a call, or before the chain of `.then`s that goes on from it. */
export function waitFor(writing: Writing, at: Span): WrittenCode {
  const found = findCall(writing.module, at);
  if (!found) return NOT_THERE;
  const fn = found.around.functions.at(-1);
  if (!fn?.asynchronous) return cannot("the function around it is not asynchronous");
  const { code, outer } = chainOf(found.it, found.around);
  const parent = outer.at(-1);
  if (parent?.is === "await") return cannot("it is waited for already");
  if (parent && isRefused(parent, code)) return cannot("it is not a value of its own");
  if (parent?.is !== "member" && parent?.is !== "item") return { edits: [inserted(code.at.start, "await ")] };
  if (startsStatement(code, found.around) && !writing.module.style.semicolons) return cannot("a bracket would stand at the beginning of a statement");
  return { edits: [inserted(code.at.start, "(await "), inserted(code.at.end, ")")] };
}

interface Chain {
  readonly code: Code;
  /** What stands around the whole chain, innermost last. */
  readonly outer: readonly Code[];
}

const GOES_ON: ReadonlySet<string> = new Set(["then", "catch", "finally", "promise"]);

/** The call with the `.then(…)`, `.catch(…)` and `.promise()` behind it. */
export function chainOf(call: Code, { codes }: Pick<Around, "codes">): Chain {
  let code = call;
  let outer = codes;
  for (;;) {
    const member = outer.at(-1);
    const next = outer.at(-2);
    if (member?.is !== "member" || member.of !== code || !GOES_ON.has(member.key) || next?.is !== "call" || next.callee !== member) return { code, outer };
    code = next;
    outer = outer.slice(0, -2);
  }
}

/** Where `await` may not stand, or where somebody said that nobody waits. */
function isRefused(parent: Code, code: Code): boolean {
  if (parent.is === "call") return parent.callee === code;
  return parent.is === "operation" && (parent.operator === "**" || parent.operator === "void");
}

const startsStatement = (code: Code, { statements }: Around): boolean => statements.at(-1)?.at.start === code.at.start;
