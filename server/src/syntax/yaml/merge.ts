import type { Entry, MapNode, Node } from "../node.ts";

/**
 * The entries that merge keys (`<<: *defaults`, `<<: [*a, *b]`) bring into a map: those whose key is not there yet,
 * maps named first win. A merge key whose value is no map stays an entry of its own.
 * @param present the keys that are there; the merged ones are added to it.
 */
export function mergedEntries(merges: readonly Entry[], present: Set<string>): Entry[] {
  const merged: Entry[] = [];
  for (const merge of merges) {
    const maps = mergedMaps(merge.value);
    if (!maps) merged.push(merge);
    for (const map of maps ?? []) {
      for (const entry of map.entries) {
        const name = String(entry.key.value);
        if (present.has(name)) continue;
        present.add(name);
        merged.push({ ...entry, merged: true });
      }
    }
  }
  return merged;
}

function mergedMaps(value: Node | undefined): readonly MapNode[] | undefined {
  if (value?.kind === "map") return [value];
  if (value?.kind !== "list") return undefined;
  const maps = value.items.filter((item): item is MapNode => item.kind === "map");
  return maps.length === value.items.length ? maps : undefined;
}
