import type { Meaning } from "../../model/code/meaning.ts";

/** A member of what something means, wherever it is no object of a class. */
export function memberOf(of: Meaning, key: string, place: Meaning["place"]): Meaning {
  switch (of.is) {
    case "external":
      return { is: "external", package: of.package, path: [...of.path, key], place };
    case "event":
    case "context":
      return { is: of.is, path: [...of.path, key], place };
    case "object":
      return of.get(key) ?? (of.open ? { is: "unknown", reason: `what ${key} is cannot be followed`, place } : { is: "nothing", place });
    case "list": {
      if (key === "*") return either(of.items);
      const item = /^\d+$/.test(key) ? of.items[Number(key)] : undefined;
      return item && item.is !== "unknown" ? item : { is: "member", of, key, place };
    }
    case "unknown":
      return { ...of, place };
    default:
      return { is: "member", of, key, place };
  }
}

/** One item of what is looped over. */
export function eventItem(of: Meaning): Meaning {
  return of.is === "either" ? either(of.of.map(eventItem)) : memberOf(of, "*", of.place);
}

/** One of several; the same thing twice is one. */
export function either(of: readonly Meaning[]): Meaning {
  const [first, ...others] = of;
  if (!first) return { is: "unknown", reason: "it is nothing in every case", place: { uri: "", path: undefined, part: "value" } };
  const distinct = [first, ...others.filter((one) => !alike(one, first))];
  return distinct.length === 1 ? first : { is: "either", of: distinct, place: first.place };
}

function alike(a: Meaning, b: Meaning): boolean {
  if (a === b) return true;
  if (a.is === "text" && b.is === "text") return a.value === b.value;
  if (a.is === "function" && b.is === "function") return a.code === b.code;
  return false;
}
