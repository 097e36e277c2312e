import type { Meaning } from "../../code/meaning.ts";

/** Whether something is the same for every event: literals, variables of the environment, and what is put together or converted from these. */
export function isFixed(of: Meaning): boolean {
  switch (of.is) {
    case "text":
    case "number":
    case "flag":
    case "nothing":
    case "variable":
      return true;
    case "object":
      return !of.open && of.keys.every((key) => isFixedEntry(of.get(key)));
    case "list":
      return of.items.every(isFixed);
    case "template":
      return of.parts.every(isFixed);
    case "made":
      return converts(of.callee) && [...of.arguments, ...of.named.values()].every(isFixed);
    default:
      return false;
  }
}

const isFixedEntry = (of: Meaning | undefined): boolean => of !== undefined && isFixed(of);

/** Functions that give another form of what they are given. */
const CONVERTING: ReadonlySet<string> = new Set(["Number", "parseInt", "Boolean", "Buffer.from", "int", "bool", "float", "b64decode"]);

const converts = (callee: Meaning): boolean =>
  callee.is === "external" && ["", "base64", "buffer", "node:buffer"].includes(callee.package) && CONVERTING.has(callee.path.join("."));
