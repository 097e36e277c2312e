import { below, type Path } from "../base/place.ts";
import { embedded } from "../model/embedded.ts";
import type { Expression } from "../model/expression.ts";
import type { Binding, Guard, Part } from "../model/part.ts";

/** One branch of an expression, with the conditions that lead to it. */
export interface Branch {
  readonly expression: Expression;
  readonly guards: readonly Guard[];
}

/** All that an expression may be, `Fn::If` taken apart; text that holds JSON is read. */
export function branches(of: Expression | undefined, guards: readonly Guard[] = []): readonly Branch[] {
  if (!of || of.is === "nothing") return [];
  if (of.is === "if") {
    return [
      ...branches(of.then, [...guards, { condition: of.condition, holds: true }]),
      ...branches(of.else, [...guards, { condition: of.condition, holds: false }]),
    ];
  }
  return [{ expression: (of.is === "literal" ? embedded(of) : undefined) ?? of, guards }];
}

/** What stands at some steps below, in every branch on the way. */
export function at(of: Expression | undefined, ...steps: readonly string[]): readonly Branch[] {
  let found = branches(of);
  for (const step of steps) {
    found = found.flatMap(({ expression, guards }) => (expression.is === "map" ? branches(expression.entries.get(step), guards) : []));
  }
  return found;
}

/** The items of lists among branches; what is no list counts as its only item. */
export function items(of: readonly Branch[]): readonly Branch[] {
  return of.flatMap(({ expression, guards }) =>
    expression.is === "list" ? expression.items.flatMap((item) => branches(item, guards)) : [{ expression, guards }],
  );
}

/** The entries of maps among branches. */
export function entries(of: readonly Branch[]): readonly (Branch & { readonly key: string })[] {
  return of.flatMap(({ expression, guards }) =>
    expression.is === "map" ? [...expression.entries].flatMap(([key, value]) => branches(value, guards).map((branch) => ({ ...branch, key }))) : [],
  );
}

/** A part inside another one. */
export function child(owner: Part, name: string, binding: Binding, branch: Branch, fixed: Readonly<Record<string, Expression>> = {}, type = owner.type): Part {
  return {
    id: `${owner.id}/${name}`,
    kind: binding.kind,
    type,
    name: owner.name,
    uri: owner.uri,
    path: branch.expression.path ?? owner.path,
    body: branch.expression,
    binding,
    fixed,
    guards: [...owner.guards, ...branch.guards],
    owner: owner.id,
  };
}

export const refTo = (id: string, path: Path | undefined): Expression => ({ is: "ref", name: id, path });
export const literal = (value: string | number | boolean, path: Path | undefined): Expression => ({ is: "literal", value, path });
export const resourcePath = (id: string): Path => below(below(undefined, "Resources"), id);
