import { below, type Path } from "../../base/place.ts";
import type { ConditionExpression } from "../../model/scope.ts";
import type { Node } from "../../syntax/node.ts";
import { expressionOf, scan } from "./expression.ts";

const DEEPEST = 40;

/** Reads one condition; what is not understood can hold or not. */
export function conditionOf(node: Node | undefined, path: Path | undefined, depth = 0): ConditionExpression {
  if (!node || depth > DEEPEST) return { is: "unknown" };
  const call = functionOf(node);
  if (!call) return { is: "unknown" };
  const at = call.long ? below(path, call.name) : path;
  const items = call.argument?.kind === "list" ? call.argument.items : [];
  const operands = (): ConditionExpression[] => items.map((item, index) => conditionOf(item, below(at, index), depth + 1));
  switch (call.name) {
    case "Condition":
      return call.argument?.kind === "scalar" ? { is: "named", name: String(call.argument.value) } : { is: "unknown" };
    case "Fn::Not":
      return { is: "not", of: operands()[0] ?? { is: "unknown" } };
    case "Fn::And":
      return { is: "and", of: operands() };
    case "Fn::Or":
      return { is: "or", of: operands() };
    case "Fn::Equals":
      return items.length === 2
        ? { is: "equals", left: expressionOf(items[0], below(at, 0), scan()), right: expressionOf(items[1], below(at, 1), scan()) }
        : { is: "unknown" };
    default:
      return { is: "unknown" };
  }
}

function functionOf(node: Node): { readonly name: string; readonly argument: Node | undefined; readonly long: boolean } | undefined {
  if (node.tag) {
    const { tag, ...argument } = node;
    return { name: tag === "!Condition" ? "Condition" : `Fn::${tag.slice(1)}`, argument: argument as Node, long: false };
  }
  if (node.kind !== "map" || node.entries.length !== 1) return undefined;
  const only = node.entries[0];
  return only && { name: String(only.key.value), argument: only.value, long: true };
}
