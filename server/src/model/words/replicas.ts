import { below, type Place } from "../../base/place.ts";
import type { Resource } from "../resource.ts";
import { Structure } from "../structure.ts";
import { type Known, unknown, type Value } from "../value.ts";

/** One Region of a global table. */
export interface Replica {
  readonly recovers: Value<boolean>;
  /** Where it says so, or would. */
  readonly recovery: Place;
}

/** The Regions of a global table; undefined for a table that is none, unknown where they do not all show. */
export function replicasOf(table: Resource<"table">): Value<readonly Replica[] | undefined> {
  const there = table.has("replicas");
  if (!there.known || !there.value) return there.known ? { ...there, value: undefined } : there;
  const listed = table.list("replicas");
  if (!listed.known) return listed;
  const replicas: Replica[] = [];
  for (const item of listed.value ?? []) {
    if (!item.known) return item;
    if (!(item.value instanceof Structure)) return unknown("a replica is not written out", item.place);
    replicas.push(replicaOf(item.value));
  }
  return { ...listed, value: replicas };
}

function replicaOf(replica: Structure): Replica {
  const specification = replica.structure(SPECIFICATION);
  const enabled = specification.known && specification.value ? specification.value.flag(ENABLED) : specification;
  const recovers: Value<boolean> = enabled.known ? { ...enabled, value: enabled.value === true } : enabled;
  return { recovers, recovery: { ...replica.place, path: below(below(replica.place.path, SPECIFICATION), ENABLED) } };
}

const SPECIFICATION = "PointInTimeRecoverySpecification";
const ENABLED = "PointInTimeRecoveryEnabled";

/** Whether a table can be restored to an earlier moment; a global table can if one of its Regions can, since each holds all items. */
export function recoveryOf(table: Resource<"table">): Value<boolean> {
  const replicas = replicasOf(table);
  if (!replicas.known) return replicas;
  if (!replicas.value) return table.flag("pointInTimeRecovery");
  const off: Known<boolean> = { known: true, value: false, place: table.place, origin: "absent", aspect: "pointInTimeRecovery" };
  return replicas.value.map(({ recovers }) => recovers).find((one) => !one.known || one.value) ?? off;
}
