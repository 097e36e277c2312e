import type { Path, Place } from "../base/place.ts";
import { placeOfValue, rootOf } from "../base/place.ts";
import type { AttributeExpression, Expression, ListExpression, MapExpression, Scalar } from "./expression.ts";
import type { Scope } from "./scope.ts";
import { isReference, isText, type Origin, partsOf, type Reference, type Term, type Text, type Unknown, unknown } from "./value.ts";
import type { World } from "./world.ts";

/** What is left of an expression once conditions are decided and names are looked up. */
export type Settled = (
  | { readonly is: "scalar"; readonly value: Scalar }
  | { readonly is: "map"; readonly map: MapExpression }
  | { readonly is: "list"; readonly list: ListExpression }
  | { readonly is: "term"; readonly term: Reference | Text }
  | { readonly is: "nothing" }
  | { readonly is: "unknown"; readonly reason: string }
) & { readonly place: Place; readonly origin: Origin };

/** What settling needs to know: the names of one template, one assignment of its conditions, and which ids are resources. */
export interface Surroundings {
  readonly scope: Scope;
  readonly world: World;
  declares(id: string): boolean;
}

const DEEPEST = 60;

export function settle(expression: Expression, at: Surroundings, depth = 0): Settled {
  const place: Place = placeOfValue(at.scope.uri, expression.path);
  const origin = originOf(expression.path);
  if (depth > DEEPEST) return { is: "unknown", reason: "nested too deeply", place, origin };
  switch (expression.is) {
    case "literal":
      return { is: "scalar", value: expression.value, place, origin };
    case "map":
      return { is: "map", map: expression, place, origin };
    case "list":
      return { is: "list", list: expression, place, origin };
    case "nothing":
      return { is: "nothing", place, origin };
    case "if":
      return settle(at.world.holds(expression.condition) ? expression.then : expression.else, at, depth + 1);
    case "ref":
      return settleRef(expression.name, place, at, depth);
    case "attribute":
      return settleAttribute(expression, place, at, depth);
    case "text":
      return { ...joined(expression.parts, at, depth), place, origin };
    case "lookup":
      return settleLookup(expression.keys, expression.otherwise, place, at, depth);
    case "pick":
      return settlePick(expression.index, expression.from, place, at, depth);
    case "split":
      return settleSplit(expression.separator, expression.text, place, at, depth);
    case "unknown":
      return { is: "unknown", reason: expression.reason, place, origin };
  }
}

/** The items of a list in this world: `Fn::If` and `AWS::NoValue` decided, an item that settles to a list left as it is. */
export function itemsOf(list: ListExpression, at: Surroundings): readonly Settled[] {
  return list.items.map((item) => settle(item, at)).filter((item) => item.is !== "nothing");
}

/** The term of a settled scalar, reference or text. */
export function termOf(settled: Settled): Term | Unknown | undefined {
  if (settled.is === "scalar") return settled.value;
  if (settled.is === "term") return settled.term;
  return settled.is === "unknown" ? unknown(settled.reason, settled.place) : undefined;
}

function originOf(path: Path | undefined): Origin {
  return rootOf(path) === "Globals" ? "globals" : "literal";
}

function settleAttribute({ name, attribute }: AttributeExpression, place: Place, at: Surroundings, depth: number): Settled {
  const output = attribute.startsWith(OUTPUTS) ? at.scope.outputs.get(name)?.get(attribute.slice(OUTPUTS.length)) : undefined;
  if (output) return settle(output, at, depth + 1);
  return at.declares(name)
    ? { is: "term", term: { is: "reference", id: name, attribute }, place, origin: "literal" }
    : { is: "unknown", reason: `${name} is not declared in this template`, place, origin: "literal" };
}

/** How an attribute of a resource that nests a template names an output of it. */
export const OUTPUTS = "Outputs.";

function settleRef(name: string, place: Place, at: Surroundings, depth: number): Settled {
  const parameter = at.scope.parameters.get(name);
  if (parameter) {
    const given = at.world.given(name);
    if (given && !parameter.type?.startsWith("AWS::SSM::")) return { ...settle(given, at, depth + 1), origin: "parameter" };
    if (!parameter.default) return { is: "unknown", reason: `parameter ${name} has no default`, place, origin: "parameter" };
    if (parameter.type?.startsWith("AWS::SSM::"))
      return { is: "unknown", reason: `parameter ${name} is read from Parameter Store`, place, origin: "parameter" };
    return { ...settle(parameter.default, at, depth + 1), origin: "parameter" };
  }
  if (name.startsWith("AWS::") || at.declares(name)) return { is: "term", term: { is: "reference", id: name }, place, origin: "literal" };
  return { is: "unknown", reason: at.scope.open ?? `${name} is not declared in this template`, place, origin: "literal" };
}

function joined(parts: readonly (string | Expression)[], at: Surroundings, depth: number): { is: "scalar"; value: string } | { is: "term"; term: Text } {
  const out: (string | Reference | Unknown)[] = [];
  for (const part of parts) {
    const term = typeof part === "string" ? part : termOf(settle(part, at, depth + 1));
    const terms = term === undefined ? [unknown("not a text")] : typeof term === "object" && term !== null && "known" in term ? [term] : partsOf(term);
    for (const one of terms) {
      const last = out.at(-1);
      if (typeof one === "string" && typeof last === "string") out[out.length - 1] = last + one;
      else out.push(one);
    }
  }
  if (out.every((part) => typeof part === "string")) return { is: "scalar", value: out.join("") };
  return { is: "term", term: { is: "text", parts: out } };
}

function settleLookup(keys: readonly Expression[], otherwise: Expression | undefined, place: Place, at: Surroundings, depth: number): Settled {
  let found: Expression | undefined = at.scope.mappings;
  for (const key of keys) {
    const settled = settle(key, at, depth + 1);
    if (settled.is !== "scalar")
      return { is: "unknown", reason: settled.is === "unknown" ? settled.reason : "the mapping is chosen at deployment", place, origin: "mapping" };
    found = found?.is === "map" ? found.entries.get(String(settled.value)) : undefined;
  }
  found ??= otherwise;
  if (!found) return { is: "unknown", reason: "the mapping has no such entry", place, origin: "mapping" };
  return { ...settle(found, at, depth + 1), origin: "mapping" };
}

function settlePick(index: Expression, from: Expression, place: Place, at: Surroundings, depth: number): Settled {
  const list = settle(from, at, depth + 1);
  const position = settle(index, at, depth + 1);
  const item = list.is === "list" && position.is === "scalar" ? list.list.items[Number(position.value)] : undefined;
  return item ? settle(item, at, depth + 1) : { is: "unknown", reason: "the list is known at deployment only", place, origin: "literal" };
}

function settleSplit(separator: string, text: Expression, place: Place, at: Surroundings, depth: number): Settled {
  const whole = settle(text, at, depth + 1);
  if (whole.is !== "scalar" || separator === "") return { is: "unknown", reason: "the text is known at deployment only", place, origin: "literal" };
  const items = String(whole.value)
    .split(separator)
    .map((value) => ({ is: "literal", value, path: text.path }) as const);
  return { is: "list", list: { is: "list", items, path: text.path }, place, origin: "literal" };
}

/** The resource that a term means, by reference or as the only reference in a text; undefined where it is another thing. */
export function meantBy(term: Term, declares: (id: string) => boolean): Reference | undefined {
  if (isReference(term)) return declares(term.id) ? term : undefined;
  if (!isText(term)) return undefined;
  const references = term.parts.filter((part) => isReference(part) && declares(part.id)) as readonly Reference[];
  return references.length === 1 ? references[0] : undefined;
}
