import { type Place, placeOfValue } from "../base/place.ts";
import { readJson } from "./embedded.ts";
import type { Expression, MapExpression } from "./expression.ts";
import type { Reading } from "./reading.ts";
import { itemsOf, type Settled, settle, termOf } from "./settle.ts";
import { isUnknown, type Known, type Term, unknown, type Value } from "./value.ts";

/** A map of the template that rules walk by AWS's own keys, such as the variables of a function. */
export class Structure {
  readonly #map: MapExpression;
  readonly #reading: Reading;
  readonly aspect: string;
  readonly place: Place;

  constructor(map: MapExpression, reading: Reading, aspect: string) {
    this.#map = map;
    this.#reading = reading;
    this.aspect = aspect;
    this.place = placeOfValue(reading.scope.uri, map.path);
  }

  /** Why more keys may be there than these; undefined when all are. */
  get open(): string | undefined {
    return this.#map.open;
  }

  /** The keys that are there in this world. */
  get keys(): readonly string[] {
    return [...this.#map.entries.keys()].filter((key) => this.#settled(key).is !== "nothing");
  }

  get(key: string): Value<Item | undefined> {
    return itemOf(this.#settled(key), this.#reading, `${this.aspect}.${key}`, this.place);
  }

  structure(key: string): Value<Structure | undefined> {
    return narrowed(this.get(key), (item) => (item instanceof Structure ? item : undefined), "not a map");
  }

  list(key: string): Value<readonly Value<Item>[] | undefined> {
    return narrowed(this.get(key), (item) => (isList(item) ? item : undefined), "not a list");
  }

  term(key: string): Value<Term | undefined> {
    return narrowed(this.get(key), (item) => (item instanceof Structure || isList(item) ? undefined : item), "not a text");
  }

  text(key: string): Value<string | undefined> {
    return asText(this.term(key));
  }

  number(key: string): Value<number | undefined> {
    return asNumber(this.term(key));
  }

  flag(key: string): Value<boolean | undefined> {
    return asFlag(this.term(key));
  }

  #settled(key: string): Settled {
    return step({ is: "map", map: this.#map, place: this.place, origin: "literal" }, key, this.#reading);
  }
}

export type Item = Term | Structure | readonly Value<Item>[];

export const isList = (item: unknown): item is readonly Value<Item>[] => Array.isArray(item);

/** One step down from something settled; a text that holds JSON is entered like a map. */
export function step(from: Settled, key: string, reading: Reading): Settled {
  const at = entered(from);
  if (at.is === "map") {
    const entry = at.map.entries.get(key);
    if (entry) return settle(entry, reading);
    if (at.map.open) return { is: "unknown", reason: at.map.open, place: at.place, origin: at.origin };
    return { is: "nothing", place: at.place, origin: "absent" };
  }
  if (at.is === "nothing" || at.is === "unknown") return at;
  // A plain value has no keys; a reference may stand for something that has.
  if (at.is === "scalar") return { is: "nothing", place: at.place, origin: "absent" };
  return { is: "unknown", reason: "not a map", place: at.place, origin: at.origin };
}

function entered(from: Settled): Settled {
  if (from.is !== "scalar" || typeof from.value !== "string") return from;
  const inner = readJson(from.value, from.place.path);
  return inner?.is === "map" ? { ...from, is: "map", map: inner } : from;
}

/** What a rule sees of something settled; `absent` is the place that is marked when nothing is written. */
export function itemOf(settled: Settled, reading: Reading, aspect: string, absent: Place): Value<Item | undefined> {
  const known = <T>(value: T): Known<T> => ({ known: true, value, place: settled.place, origin: settled.origin, aspect });
  switch (settled.is) {
    case "nothing":
      return { known: true, value: undefined, place: absent, origin: "absent", aspect };
    case "map":
      return known(new Structure(settled.map, reading, aspect));
    case "list": {
      const items = itemsOf(settled.list, reading).map((item, index) => itemOf(item, reading, `${aspect}[${index}]`, settled.place) as Value<Item>);
      return known(settled.list.open ? [...items, unknown(settled.list.open, settled.place)] : items);
    }
    default: {
      const term = termOf(settled);
      return isUnknown(term) ? term : known(term);
    }
  }
}

export function narrowed<T, U>(value: Value<T | undefined>, to: (item: T) => U | undefined, otherwise: string): Value<U | undefined> {
  if (!value.known) return value;
  if (value.value === undefined) return { ...value, value: undefined };
  const narrow = to(value.value);
  return narrow === undefined ? unknown(otherwise, value.place) : { ...value, value: narrow };
}

export function asText(value: Value<Term | undefined>): Value<string | undefined> {
  return narrowed(value, (term) => (typeof term === "object" ? undefined : String(term)), "known at deployment only");
}

export function asNumber(value: Value<Term | undefined>): Value<number | undefined> {
  return narrowed(
    value,
    (term) => (typeof term === "number" ? term : typeof term === "string" && /^\s*-?\d+(\.\d+)?\s*$/.test(term) ? Number(term) : undefined),
    "not a number that is known before deployment",
  );
}

export function asFlag(value: Value<Term | undefined>): Value<boolean | undefined> {
  return narrowed(
    value,
    (term) => {
      if (typeof term === "boolean") return term;
      if (typeof term !== "string") return undefined;
      const word = term.toLowerCase();
      return word === "true" || word === "yes" ? true : word === "false" || word === "no" ? false : undefined;
    },
    "not a true or false that is known before deployment",
  );
}

/** Every literal text below an expression, with the keys that lead to it; conditions are not decided. */
export function* literalTexts(
  of: Expression,
  keys: readonly string[] = [],
): Generator<{ readonly keys: readonly string[]; readonly text: string; readonly at: Expression }> {
  switch (of.is) {
    case "literal":
      if (typeof of.value === "string") yield { keys, text: of.value, at: of };
      return;
    case "map":
      for (const [key, value] of of.entries) yield* literalTexts(value, [...keys, key]);
      return;
    case "list":
      for (const item of of.items) yield* literalTexts(item, keys);
      return;
    case "if":
      yield* literalTexts(of.then, keys);
      yield* literalTexts(of.else, keys);
      return;
    case "text":
      for (const part of of.parts) if (typeof part === "string") yield { keys, text: part, at: of };
      return;
    default:
  }
}
