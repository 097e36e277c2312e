import { type Place, placeOfValue, stepsOf } from "../../base/place.ts";
import { children, type Expression } from "../expression.ts";
import type { Graph } from "../graph.ts";
import type { Resource } from "../resource.ts";
import type { Subject } from "../subject.ts";

/** A text of a template with the keys that lead to it, whichever conditions hold. */
export interface WrittenWhole {
  readonly keys: readonly string[];
  /** The text; what only deployment knows stands in it as `${…}`. */
  readonly text: string;
  /** Nothing in it is known at deployment only. */
  readonly literal: boolean;
  readonly place: Place;
}

/** Every text written in a resource; unlike `graph.texts`, text around references comes in one piece. */
export function* wholeTexts(of: Subject): Generator<WrittenWhole> {
  for (const { keys, at } of leaves(of.part.body, [])) {
    const place = placeOfValue(of.part.uri, at.path);
    if (at.is === "literal" && typeof at.value === "string") yield { keys, text: at.value, literal: true, place };
    else if (at.is === "text") yield { keys, text: spelledOut(at) ?? "", literal: false, place };
  }
}

/** One place in which a resource or parameter is used by name. */
export interface Use {
  readonly by: Resource;
  /** AWS's keys from the resource to the place. */
  readonly keys: readonly string[];
  /** The text around the name, with names as `${Name}`; undefined where the value is the name alone. */
  readonly text: string | undefined;
  readonly place: Place;
}

/** Where the resources of the template use a name as a value or in a text, whichever conditions hold. */
export function usesOf(graph: Graph, named: Subject): readonly Use[] {
  const users = graph.mentioning(named).filter((user) => user.part.owner === undefined && !user.is("parameter"));
  return users.flatMap((by) =>
    [...leaves(by.part.body, [])].flatMap(({ keys, at }): readonly Use[] => {
      const place = placeOfValue(by.part.uri, at.path);
      if (at.is === "ref" && at.name === named.id) return [{ by, keys, text: undefined, place }];
      if (at.is !== "text" || !at.parts.some((part) => typeof part !== "string" && nameOf(part) === named.id)) return [];
      return [{ by, keys, text: spelledOut(at), place }];
    }),
  );
}

/** Whether a place stands in the resource itself, rather than where it inherits from. */
export function standsIn(of: Subject, place: Place): boolean {
  const own = stepsOf(of.part.path);
  const steps = stepsOf(place.path);
  return own.every((step, index) => steps[index] === step);
}

/** All that an expression may be, `Fn::If` taken apart. */
export function choices(of: Expression | undefined): readonly Expression[] {
  if (of?.is === "if") return [...choices(of.then), ...choices(of.else)];
  return of ? [of] : [];
}

/** What may stand under each key of the map at some steps of a resource, whichever conditions hold. */
export function entriesAt(of: Subject, steps: readonly string[]): ReadonlyMap<string, readonly Expression[]> {
  let maps = choices(of.part.body);
  for (const step of steps) maps = maps.flatMap((map) => (map.is === "map" ? choices(map.entries.get(step)) : []));
  const found = new Map<string, Expression[]>();
  for (const map of maps) if (map.is === "map") for (const [key, value] of map.entries) found.set(key, [...(found.get(key) ?? []), ...choices(value)]);
  return found;
}

/** A text as it is written, with names and what only deployment knows as `${…}`; undefined where it is no text. */
export function spelledOut(of: Expression): string | undefined {
  if (of.is === "literal") return typeof of.value === "string" ? of.value : undefined;
  return of.is === "text" ? of.parts.map((part) => (typeof part === "string" ? part : `\${${nameOf(part)}}`)).join("") : undefined;
}

function nameOf(part: Expression): string {
  if (part.is === "attribute") return `${part.name}.${part.attribute}`;
  return part.is === "ref" ? part.name : "…";
}

type Leaf = { readonly keys: readonly string[]; readonly at: Expression };

function* leaves(of: Expression, keys: readonly string[]): Generator<Leaf> {
  if (of.is === "map") for (const [key, value] of of.entries) yield* leaves(value, [...keys, key]);
  else if (of.is === "list" || of.is === "if" || of.is === "unknown") for (const child of children(of)) yield* leaves(child, keys);
  else yield { keys, at: of };
}
