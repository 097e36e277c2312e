import { lend } from "../../base/memo.ts";
import type { Part } from "../../model/part.ts";
import type { Expanded, Template } from "../../model/template.ts";

/** Where the parts of a template come from, in their order. */
export interface Origins {
  /** Parameters and outputs. */
  readonly named: readonly Part[];
  readonly expanded: readonly Expanded[];
  /** What the template implies as a whole; of what was implied before it makes something new. */
  readonly further: (parts: ReadonlyMap<string, Part>) => readonly Part[];
}

/** All parts by id, later ones in place of earlier ones; the previous map itself where all are the previous parts. */
export function partsOf(origins: Origins, before: Pick<Template, "parts" | "expanded"> | undefined): ReadonlyMap<string, Part> {
  return (before && patched(origins, before)) ?? gathered(origins, before?.parts);
}

function gathered({ named, expanded, further }: Origins, before: ReadonlyMap<string, Part> | undefined): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  const put = (part: Part) => parts.set(part.id, lend(before?.get(part.id), part));
  for (const part of named) put(part);
  for (const one of expanded) for (const part of one.parts) put(part);
  for (const part of further(parts)) put(part);
  return parts;
}

/** The previous parts with those that are different now in their places; undefined where it is not the same ids in the same order. */
function patched({ named, expanded, further }: Origins, before: Pick<Template, "parts" | "expanded">): ReadonlyMap<string, Part> | undefined {
  const keys = before.parts.keys();
  if (before.expanded.length !== expanded.length || named.some(({ id }) => keys.next().value !== id)) return undefined;
  const changed: Part[] = [...named];
  let count = named.length;
  for (const [at, one] of expanded.entries()) {
    const old = before.expanded[at];
    count += one.parts.length;
    if (one === old) continue;
    if (!old || !sameIds(old, one)) return undefined;
    changed.push(...one.parts);
  }
  const parts = withParts(before.parts, changed);
  const implied = further(parts);
  if (count + implied.length !== before.parts.size || implied.some(({ id }) => !before.parts.has(id))) return undefined;
  return withParts(parts, implied);
}

const sameIds = (a: Expanded, b: Expanded): boolean => a.parts.length === b.parts.length && a.parts.every(({ id }, at) => id === b.parts[at]?.id);

/** The same map where all these parts are in it already. */
function withParts(parts: ReadonlyMap<string, Part>, changed: readonly Part[]): ReadonlyMap<string, Part> {
  const others = changed.map((part) => lend(parts.get(part.id), part)).filter((part) => parts.get(part.id) !== part);
  if (others.length === 0) return parts;
  const next = new Map(parts);
  for (const part of others) next.set(part.id, part);
  return next;
}
