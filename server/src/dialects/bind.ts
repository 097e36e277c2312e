import { EVERY } from "../model/kind.ts";
import { KINDS, type KindName, type PropertiesOf } from "../model/kinds/index.ts";
import type { Binding } from "../model/part.ts";

/** Steps as one word: `Properties.RedrivePolicy.maxReceiveCount`. `null`: this form of the resource cannot have the property. */
export type Steps = string | null;

/** Where each property stands in a resource: under `Properties`, by AWS's name, unless said otherwise. */
export function bind<K extends KindName>(kind: K, ...differing: readonly Partial<Record<keyof PropertiesOf<K>, Steps>>[]): Binding {
  return bound(
    kind,
    "Properties.",
    { deletionPolicy: "DeletionPolicy", updateReplacePolicy: "UpdateReplacePolicy", dependsOn: "DependsOn" },
    ...(differing as Plain[]),
  );
}

/** The same for something inside a resource: its properties stand at its top, and it has no attributes of a resource. */
export function bindInside<K extends KindName>(kind: K, ...differing: readonly Partial<Record<keyof PropertiesOf<K>, Steps>>[]): Binding {
  return bound(kind, "", Object.fromEntries(Object.keys(EVERY).map((property) => [property, null])), ...(differing as Plain[]));
}

/** The same for something that has properties of its own inside a resource, such as an event of a function. */
export function bindEvent<K extends KindName>(kind: K, ...differing: readonly Partial<Record<keyof PropertiesOf<K>, Steps>>[]): Binding {
  return bound(kind, "Properties.", Object.fromEntries(Object.keys(EVERY).map((property) => [property, null])), ...(differing as Plain[]));
}

type Plain = Readonly<Record<string, Steps>>;

function bound(kind: KindName, prefix: string, ...differing: readonly Plain[]): Binding {
  const steps: Record<string, readonly string[] | null> = {};
  for (const property of Object.keys(KINDS[kind].properties)) steps[property] = split(`${prefix}${property.charAt(0).toUpperCase()}${property.slice(1)}`);
  for (const own of differing) for (const [property, written] of Object.entries(own)) steps[property] = written === null ? null : split(written);
  return { kind, properties: steps };
}

const split = (steps: string): readonly string[] => (steps === "" ? [] : steps.split("."));
