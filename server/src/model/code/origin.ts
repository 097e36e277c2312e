import type { Meaning } from "./meaning.ts";

/** Whether something is made of what the handler was called with. */
export function comesFromEvent(of: Meaning | undefined, depth = 0): boolean {
  if (!of || depth > 6) return false;
  const any = (parts: readonly (Meaning | undefined)[]) => parts.some((part) => comesFromEvent(part, depth + 1));
  switch (of.is) {
    case "event":
      return true;
    case "template":
      return any(of.parts);
    case "list":
      return any(of.items);
    case "either":
      return any(of.of);
    case "object":
      return any(of.keys.map((key) => of.get(key)));
    case "member":
      return comesFromEvent(of.of, depth + 1);
    case "made":
      return any([...of.arguments, ...of.named.values(), of.callee]);
    case "instance":
      return any([...of.made.arguments, ...of.made.named.values()]);
    default:
      return false;
  }
}

/** What something was called with or made of that is not from this workspace, outermost first: a made client, a wrapped function. */
export function* madeOf(of: Meaning): Generator<Extract<Meaning, { is: "made" }>> {
  if (of.is === "made") {
    yield of;
    yield* madeOf(of.callee);
  } else if (of.is === "member") yield* madeOf(of.of);
  else if (of.is === "either") for (const one of of.of) yield* madeOf(one);
}
