import { type Look, seesTheSame } from "../model/looks.ts";
import type { Part } from "../model/part.ts";
import { Reading } from "../model/reading.ts";
import { Resource } from "../model/resource.ts";
import type { Scope } from "../model/scope.ts";
import type { Template } from "../model/template.ts";
import type { Value } from "../model/value.ts";
import { World } from "../model/world.ts";
import { entryOf, type FoundEntry } from "../project/entry/entry-of.ts";
import { FileAccess } from "./files.ts";
import type { FileState, Snapshot } from "./snapshot.ts";

/** Where one check asks for the code of a function, and what it notes that it looked at. */
export interface Asking {
  readonly template: Template;
  readonly snapshot: Snapshot;
  readonly access: FileAccess;
  readonly looks: Set<Look>;
}

/** Where the code of a function begins, and all that this depends on. */
interface Kept {
  readonly scope: Scope;
  readonly found: Value<FoundEntry>;
  readonly looks: ReadonlySet<Look>;
  readonly seen: ReadonlyMap<string, FileState | undefined>;
  /** Whether conditions of the template decide it: then each check asks in its own world. */
  readonly conditional: boolean;
}

const kept = new WeakMap<Part, Kept>();

/** Where the code of a function begins. Many checks ask for the same function; it is found out once for all of them. */
export function entryIn(fn: Resource<"function">, asking: Asking): Value<FoundEntry> {
  const there = kept.get(fn.part);
  const found = there && stands(there, asking) ? there : findOut(fn.part, asking);
  if (found.conditional) return entryOf(fn, asking.access);
  for (const look of found.looks) asking.looks.add(look);
  for (const [uri, state] of found.seen) asking.access.seen.set(uri, state);
  return found.found;
}

function findOut(part: Part, { template, snapshot }: Asking): Kept {
  const looks = new Set<Look>();
  const access = new FileAccess(snapshot, template.uri, new Map());
  const world = World.first(template.scope);
  const found = entryOf(new Resource<"function">(part, new Reading(template, world, looks)), access);
  const made: Kept = { scope: template.scope, found, looks, seen: access.seen, conditional: world.next() !== undefined };
  kept.set(part, made);
  return made;
}

function stands({ scope, looks, seen }: Kept, { template, snapshot }: Asking): boolean {
  if (scope !== template.scope) return false;
  for (const look of looks) if (!seesTheSame(look, template)) return false;
  for (const [uri, state] of seen) if (snapshot.files.get(uri) !== state) return false;
  return true;
}
