import { elsewhere, stepsOf } from "../../base/place.ts";
import type { Content, NewResource } from "../../model/edit.ts";
import { entry, literalText } from "../../model/expression.ts";
import type { KindName } from "../../model/kinds/index.ts";
import type { Template } from "../../model/template.ts";
import type { NodeEdit } from "../../syntax/edit.ts";
import { BINDINGS } from "../cloudformation/bindings/index.ts";
import { type Spelling, spell } from "./spelling.ts";

/** The type that stands for a kind when a fix adds a resource; both dialects write CloudFormation's own. */
const TYPES: Readonly<Partial<Record<KindName, string>>> = {
  queue: "AWS::SQS::Queue",
  logGroup: "AWS::Logs::LogGroup",
  eventInvokeConfig: "AWS::Lambda::EventInvokeConfig",
  policy: "AWS::IAM::Policy",
  secret: "AWS::SecretsManager::Secret",
  resourcePolicy: "AWS::SQS::QueuePolicy",
  scalableTarget: "AWS::ApplicationAutoScaling::ScalableTarget",
  scalingPolicy: "AWS::ApplicationAutoScaling::ScalingPolicy",
};

export const typeOfAdded = (added: NewResource): string => TYPES[added.add] ?? "";

/** A free logical id for each resource that is added, the wished one where it is free. Two additions that wish for the same id are one resource. */
export function freeIds(added: readonly NewResource[], template: Template): ReadonlyMap<NewResource, string> {
  const ids = new Map<NewResource, string>();
  const byWish = new Map<string, string>();
  const taken = new Set(template.parts.keys());
  for (const resource of added) {
    const wished = resource.id.replace(/[^A-Za-z0-9]/g, "");
    const same = byWish.get(`${resource.add} ${wished}`);
    if (same !== undefined) {
      ids.set(resource, same);
      continue;
    }
    let id = wished;
    for (let number = 2; taken.has(id); number++) id = `${wished}${number}`;
    taken.add(id);
    ids.set(resource, id);
    byWish.set(`${resource.add} ${wished}`, id);
  }
  return ids;
}

/** The edit that writes an added resource behind the one that it belongs to, under the same condition. */
export function addition(added: NewResource, by: Spelling): NodeEdit | { readonly cannot: string } {
  const type = typeOfAdded(added);
  const binding = BINDINGS.get(type);
  if (!binding) return { cannot: `a ${added.add} cannot be added here` };
  const properties: Record<string, Content> = {};
  const attributes: Record<string, Content> = {};
  for (const [property, content] of Object.entries(added.properties)) {
    const steps = binding.properties[property];
    if (!steps) return { cannot: `${type} has no ${property}` };
    place(steps[0] === "Properties" ? properties : attributes, steps.slice(steps[0] === "Properties" ? 1 : 0), content);
  }
  const beside = elsewhere(added.beside.part.path) ? undefined : stepsOf(added.beside.part.path)[1];
  const condition = literalText(entry(added.beside.part.body, "Condition"));
  const value: Content = {
    Type: type,
    ...(condition === undefined ? {} : { Condition: condition }),
    ...attributes,
    ...(Object.keys(properties).length > 0 ? { Properties: properties } : {}),
  };
  return { op: "set", path: ["Resources", by.ids.get(added) ?? added.id], value: spell(value, by), ...(beside === undefined ? {} : { after: String(beside) }) };
}

function place(into: Record<string, Content>, steps: readonly string[], content: Content): void {
  const [first, ...rest] = steps;
  if (first === undefined) return;
  if (rest.length === 0) into[first] = content;
  else {
    const below = (into[first] ?? {}) as Record<string, Content>;
    into[first] = below;
    place(below, rest, content);
  }
}
