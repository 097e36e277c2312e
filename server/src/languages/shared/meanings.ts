import type { Recogniser } from "../../model/code/facts.ts";
import type { External, Made, Meaning } from "../../model/code/meaning.ts";

/** What a made thing is made by, when that is something of a package. */
export function makerOf(of: Meaning): External | undefined {
  return of.is === "made" && of.callee.is === "external" ? of.callee : undefined;
}

/** The object that a method is called on, and the method's name. */
export function methodOf(callee: Meaning): { readonly on: Meaning; readonly name: string } | undefined {
  return callee.is === "member" ? { on: callee.of, name: callee.key } : undefined;
}

/** Things made by any of these; one of several counts when one of them is. */
export function madeBy(of: Meaning, test: (maker: External, made: Made) => boolean): Made | undefined {
  if (of.is === "either") return of.of.map((one) => madeBy(one, test)).find((found) => found !== undefined);
  if (of.is !== "made") return undefined;
  if (of.callee.is === "external" && test(of.callee, of)) return of;
  // A builder's methods give the builder: `middy(handler).use(…)`.
  return of.callee.is === "member" ? madeBy(of.callee.of, test) : undefined;
}

/** The entries of an object; undefined where it is none that can be followed. */
export function entriesOf(of: Meaning | undefined): { readonly entries: ReadonlyMap<string, Meaning>; readonly open: boolean } | undefined {
  if (!of || of.is === "nothing") return { entries: new Map(), open: false };
  if (of.is !== "object") return undefined;
  const entries = new Map<string, Meaning>();
  for (const key of of.keys) {
    const value = of.get(key);
    if (value) entries.set(key, value);
  }
  return { entries, open: of.open };
}

/** `node:fs` and `fs` are the same module. */
export const moduleName = (name: string): string => name.replace(/^node:/, "");

/** Asks one recogniser after the other. */
export function firstOf(recognisers: readonly Recogniser[]): Recogniser {
  return (call) => {
    for (const recognise of recognisers) {
      const fact = recognise(call);
      if (fact) return fact;
    }
    return undefined;
  };
}
