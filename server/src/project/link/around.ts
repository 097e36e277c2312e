import type { Place } from "../../base/place.ts";
import type { ComprehensionCode } from "../../model/code/code.ts";
import type { LoopAround } from "../../model/code/facts.ts";
import type { Meaning } from "../../model/code/meaning.ts";

/** A comprehension as the loop that it is. */
export function loopOf({ at }: ComprehensionCode, place: Place, over: Meaning): LoopAround {
  const headAt = { start: 0, end: 0 };
  return { code: { do: "loop", kind: "each", each: undefined, over: undefined, test: undefined, asynchronous: false, body: [], headAt, at }, place, over };
}
