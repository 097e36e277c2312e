import type { Step } from "../../base/place.ts";
import type { Data } from "../edit.ts";
import { entriesOf, isList } from "./emit.ts";

/** A value below steps that are not there yet; undefined where a step counts on items that are not there either. */
export function nested(steps: readonly Step[], value: Data): Data | undefined {
  if (steps.some((step) => typeof step === "number" && step !== 0)) return undefined;
  return steps.reduceRight<Data>((inner, step) => (step === 0 ? [inner] : { [String(step)]: inner }), value);
}

/** Two values for the same missing key: maps are joined, an appended list goes behind the other, else the later one stands. */
export function combined(first: Data, second: Data, op: "set" | "append"): Data {
  if (op === "append" && isList(first) && isList(second)) return [...first, ...second];
  const entries = entriesOf(second);
  const known = entriesOf(first);
  if (!entries || !known) return second;
  const out = new Map(known);
  for (const [name, value] of entries) {
    const earlier = out.get(name);
    out.set(name, earlier === undefined ? value : combined(earlier, value, op));
  }
  return Object.fromEntries(out);
}
