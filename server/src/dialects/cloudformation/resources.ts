import { lend } from "../../base/memo.ts";
import { elsewhere } from "../../base/place.ts";
import { type Expression, entry, literalText } from "../../model/expression.ts";
import type { Binding, Guard, Part } from "../../model/part.ts";
import type { Expanded } from "../../model/template.ts";
import { resourcePath } from "../parts.ts";
import { BINDINGS, OTHER } from "./bindings/index.ts";
import { fixedBy } from "./fixed.ts";
import { EVENTS } from "./inside/events.ts";
import { POLICIES } from "./inside/policies.ts";
import { ROUTES } from "./inside/routes.ts";
import { STAGES } from "./inside/stages.ts";

/** What a dialect knows about resource types. */
export interface Types {
  binding(type: string): Binding | undefined;
  /** The parts that stand inside a resource of the type. */
  inside(owner: Part): readonly Part[];
  fixed(type: string, part: Pick<Part, "path" | "id">): Readonly<Record<string, Expression>>;
  /** What resources of the type inherit, and the body with it merged in. */
  inherited(type: string): Expression | undefined;
  merged(body: Expression, inherited: Expression): Expression;
}

export const CLOUDFORMATION: Types = {
  binding: (type) => BINDINGS.get(type),
  inside: (owner) => [POLICIES, EVENTS, STAGES, ROUTES].flatMap((by) => by[owner.type]?.(owner) ?? []),
  fixed: (type, { path }) => fixedBy(type, path),
  inherited: () => undefined,
  merged: (body) => body,
};

/** The parts of one resource, lent from the previous reading where neither it nor what it inherits changed. */
export function expand(uri: string, id: string, written: Expression, types: Types, previous: Expanded | undefined): Expanded {
  const body = lend(previous?.body, written);
  const type = literalText(entry(body, "Type"));
  const inherited = type === undefined ? undefined : lend(previous?.inherited, types.inherited(type));
  if (previous && previous.body === body && previous.inherited === inherited) return previous;
  return { id, body, inherited, parts: type === undefined ? [] : partsOf(uri, id, type, inherited ? types.merged(body, inherited) : body, types) };
}

function partsOf(uri: string, id: string, type: string, body: Expression, types: Types): readonly Part[] {
  const path = body.path ?? resourcePath(id);
  const binding = types.binding(type) ?? OTHER;
  const at = elsewhere(path)?.uri ?? uri;
  const owner: Part = { id, kind: binding.kind, type, name: id, uri: at, path, body, binding, fixed: types.fixed(type, { path, id }), guards: guardsOf(body) };
  return [owner, ...types.inside(owner)];
}

function guardsOf(body: Expression): readonly Guard[] {
  const condition = literalText(entry(body, "Condition"));
  return condition === undefined ? [] : [{ condition, holds: true }];
}
