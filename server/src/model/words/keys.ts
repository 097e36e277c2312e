import type { Resource } from "../resource.ts";
import { Structure } from "../structure.ts";

/** The attribute by which a table spreads its items; undefined where it does not show. */
export function partitionKeyOf(table: Resource<"table">): string | undefined {
  const schema = table.list("keySchema");
  for (const item of schema.known ? (schema.value ?? []) : []) {
    if (!item.known || !(item.value instanceof Structure)) continue;
    const type = item.value.text("KeyType");
    const name = item.value.text("AttributeName");
    if (type.known && type.value === "HASH" && name.known) return name.value;
  }
  return undefined;
}
