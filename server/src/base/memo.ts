/**
 * The one memo mechanism: a reading takes the previous reading of the same thing and lends its objects to the new one.
 * What is structurally equal to its predecessor *is* its predecessor, so whoever depends on it can compare by identity,
 * and nothing outlives the reading that used it.
 */
export function lend<T>(previous: T | undefined, next: T): T {
  return previous !== undefined && same(previous, next) ? previous : next;
}

/** Lends entry by entry: unchanged entries keep their object, and the whole map is the previous one when all did. */
export function lendEntries<K, V>(previous: ReadonlyMap<K, V> | undefined, next: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  if (!previous) return next;
  const out = new Map<K, V>();
  let changed = previous.size !== next.size;
  const order = previous.keys();
  for (const [key, value] of next) {
    const lent = lend(previous.get(key), value);
    if (lent !== previous.get(key) || order.next().value !== key) changed = true;
    out.set(key, lent);
  }
  return changed ? out : previous;
}

/** The entries of `next` whose object is another one than in `previous`; undefined where the keys or their order differ. */
export function changedEntries<K, V>(previous: ReadonlyMap<K, V>, next: ReadonlyMap<K, V>): readonly (readonly [K, V])[] | undefined {
  if (previous === next) return [];
  if (previous.size !== next.size) return undefined;
  const changed: (readonly [K, V])[] = [];
  const before = previous.entries();
  for (const entry of next) {
    const old = before.next().value;
    if (old?.[0] !== entry[0]) return undefined;
    if (old[1] !== entry[1]) changed.push(entry);
  }
  return changed;
}

/** Computes once per object; the result lives as long as the object does. */
export function once<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const kept = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    let found = kept.get(key);
    if (!found) {
      found = { value: compute(key) };
      kept.set(key, found);
    }
    return found.value;
  };
}

/** Structural equality of plain data: literals, arrays, maps and objects without cycles. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return Number.isNaN(a) && Number.isNaN(b);
  if (Array.isArray(a)) return Array.isArray(b) && sameItems(a, b);
  if (a instanceof Map) return b instanceof Map && sameEntries(a, b);
  if (Array.isArray(b) || b instanceof Map) return false;
  return sameFields(a as Record<string, unknown>, b as Record<string, unknown>);
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, at) => same(item, b[at]));
}

function sameEntries(a: ReadonlyMap<unknown, unknown>, b: ReadonlyMap<unknown, unknown>): boolean {
  if (a.size !== b.size) return false;
  const order = b.entries();
  for (const [key, value] of a) {
    const other = order.next().value;
    if (!other || other[0] !== key || !same(value, other[1])) return false;
  }
  return true;
}

function sameFields(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && same(a[key], b[key]));
}
