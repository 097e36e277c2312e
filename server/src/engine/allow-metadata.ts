import { shifted } from "../base/span.ts";
import { entryOf, type MapNode, type Node } from "../syntax/node.ts";
import type { Tree } from "../syntax/tree.ts";
import type { Allow } from "./allow.ts";
import { faultOf, type Named, readWords, type Words } from "./allow-words.ts";
import { resourcesOf, type WrittenResource } from "./resources.ts";

/**
 * Allows in a resource's `Metadata: { PillarHints: { allow: [...] } }`, where JSON has no comments. An item is
 * `{ rule, reason, until }`, `rule` one or a list, or a text as comments have it behind `allow`.
 */
export function metadataAllows(tree: Tree): readonly Allow[] {
  if (!tree.text.includes("PillarHints")) return [];
  const unsure = tree.problems.length > 0;
  return resourcesOf(tree).flatMap((resource) =>
    itemsOf(resource).map((item) => ({
      ...wordsOf(item, resource.start),
      span: shifted(item.span, resource.start),
      covers: { resource: resource.id },
      unsure,
    })),
  );
}

function itemsOf({ value }: WrittenResource): readonly Node[] {
  const list = below(below(below(value, "Metadata"), "PillarHints"), "allow");
  return list?.kind === "list" ? list.items : list ? [list] : [];
}

const below = (node: Node | undefined, key: string): Node | undefined => (node?.kind === "map" ? entryOf(node, key)?.value : undefined);

function wordsOf(item: Node, by: number): Words {
  if (item.kind === "map") return wordsOfMap(item, by);
  if (item.kind === "scalar" && typeof item.value === "string") {
    // Inside quotes the text begins one further; escapes don't occur in rule ids.
    return readWords(item.value, item.span.start + by + (item.style === "plain" ? 0 : 1));
  }
  return { rules: [], reason: undefined, until: undefined, fault: faultOf([], undefined) };
}

function wordsOfMap(item: MapNode, by: number): Words {
  const rule = below(item, "rule");
  const rules = (rule?.kind === "list" ? rule.items : rule ? [rule] : []).flatMap((node): Named[] => {
    return node.kind === "scalar" ? [{ id: String(node.value), span: shifted(node.span, by) }] : [];
  });
  const until = textOf(below(item, "until"));
  return { rules, reason: textOf(below(item, "reason"))?.trim() || undefined, until, fault: faultOf(rules, until) };
}

const textOf = (node: Node | undefined): string | undefined => (node?.kind === "scalar" && node.value !== null ? String(node.value) : undefined);
