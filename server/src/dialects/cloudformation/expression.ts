import { below, type Path } from "../../base/place.ts";
import type { Expression, Include, MapExpression } from "../../model/expression.ts";
import type { ListNode, MapNode, Node, ScalarNode } from "../../syntax/node.ts";
import { entryOf } from "../../syntax/node.ts";
import { FUNCTIONS } from "./functions.ts";
import { includeOf } from "./include.ts";

/** How many nodes one entry may unfold to; aliases of aliases can make more than any text holds. */
const MOST_NODES = 100_000;

/** What reading an entry needs to know: why parts of it may be missing, and how much may still be read. */
export interface Scan {
  /** The reason why nothing here counts as absent, such as a syntax error in this entry. */
  readonly open: string | undefined;
  left: number;
}

export const scan = (open?: string): Scan => ({ open, left: MOST_NODES });

/** Reads a node as CloudFormation understands it, intrinsic functions in short and long form alike. */
export function expressionOf(node: Node | undefined, path: Path | undefined, state: Scan): Expression {
  if (!node) return { is: "unknown", reason: "nothing is written here yet", path };
  state.left -= 1;
  if (state.left < 0) return { is: "unknown", reason: "too much is repeated by aliases", path };
  if (node.tag?.startsWith("!")) return tagged(node, node.tag, path, state);
  if (node.kind === "scalar") return scalarOf(node, path);
  if (node.kind === "list") return listOf(node, path, state);
  return mapOf(node, path, state);
}

function tagged(node: Node, tag: string, path: Path | undefined, state: Scan): Expression {
  const bare: Node = withoutTag(node);
  const read = FUNCTIONS.get(tag === "!Ref" ? "Ref" : tag === "!Condition" ? "Condition" : `Fn::${tag.slice(1)}`);
  if (read) return read(bare, path, path, state);
  return { is: "unknown", reason: `the tag ${tag} is not one of CloudFormation's`, path, inside: [expressionOf(bare, path, state)] };
}

function withoutTag(node: Node): Node {
  const { tag: _tag, ...bare } = node;
  return bare;
}

function scalarOf(node: ScalarNode, path: Path | undefined): Expression {
  const { value } = node;
  if (value === null && node.source === "") return { is: "unknown", reason: "nothing is written here yet", path };
  if (typeof value === "string" || value === null || node.source === String(value)) return { is: "literal", value, path };
  return { is: "literal", value, source: node.source, path };
}

function listOf(node: ListNode, path: Path | undefined, state: Scan): Expression {
  const items = node.items.map((item, index) => expressionOf(item, below(path, index), state));
  return state.open ? { is: "list", items, path, open: state.open } : { is: "list", items, path };
}

function mapOf(node: MapNode, path: Path | undefined, state: Scan): Expression {
  const only = node.entries.length === 1 ? node.entries[0] : undefined;
  if (only) {
    const name = String(only.key.value);
    const read = FUNCTIONS.get(name);
    if (read && (name !== "Condition" || only.value?.kind === "scalar")) return read(only.value, below(path, name), path, state);
  }
  return plainMap(node, path, state);
}

/** A map as it is written, its only key taken as a key even if it is called like a function. */
export function plainMap(node: MapNode, path: Path | undefined, state: Scan): MapExpression {
  const entries = new Map<string, Expression>();
  const twice = new Set<string>();
  const includes: Include[] = [];
  let open = state.open;
  for (const entry of node.entries) {
    const key = String(entry.key.value);
    const before = entries.get(key);
    if (before) {
      // Readers of YAML disagree on which one counts.
      if (entry.duplicate && !twice.has(key)) entries.set(key, writtenTwice(key, [before, expressionOf(entry.value, below(path, key), state)]));
      twice.add(key);
      continue;
    }
    const include = key === "Fn::Transform" ? includeOf(entry.value, below(path, key)) : undefined;
    if (include) includes.push(include);
    else if (key === "Fn::Transform" || key.startsWith("Fn::ForEach"))
      open ??= `${key.startsWith("Fn::ForEach") ? "a loop" : "a transform"} adds entries here at deployment`;
    else entries.set(key, expressionOf(entry.value, below(path, key), state));
  }
  return { is: "map", entries, path, ...(open ? { open } : {}), ...(includes.length > 0 ? { includes } : {}) };
}

function writtenTwice(key: string, inside: readonly Expression[]): Expression {
  return { is: "unknown", reason: `${key} is written twice`, path: inside[0]?.path, inside };
}

export const valueAt = (node: Node | undefined, key: string): Node | undefined => (node?.kind === "map" ? entryOf(node, key)?.value : undefined);
