/**
 * Copies pieces of code so that their spans all stand further behind. What is one object in several pieces is one in their
 * copies too: an export's value is that of the statement that declares it.
 */
export function shifter(by: number): <T>(of: T) => T {
  const made = new Map<object, unknown>();
  return by === 0 ? (of) => of : <T>(of: T) => shift(of, by, made) as T;
}

function shift(of: unknown, by: number, made: Map<object, unknown>): unknown {
  if (typeof of !== "object" || of === null) return of;
  const known = made.get(of);
  if (known !== undefined) return known;
  if (Array.isArray(of)) return shiftItems(of, by, made);
  if (of instanceof Map) return new Map([...of].map(([key, value]) => [key, shift(value, by, made)]));
  const copy: Record<string, unknown> = {};
  made.set(of, copy);
  for (const key of Object.keys(of)) {
    const value = (of as Record<string, unknown>)[key];
    copy[key] = isOffset(key, of) && typeof value === "number" ? value + by : shift(value, by, made);
  }
  return copy;
}

function shiftItems(of: readonly unknown[], by: number, made: Map<object, unknown>): readonly unknown[] {
  const copy = of.map((item) => shift(item, by, made));
  made.set(of, copy);
  return copy;
}

const isOffset = (key: string, of: object): boolean => (key === "start" || key === "end") && "start" in of && "end" in of;
