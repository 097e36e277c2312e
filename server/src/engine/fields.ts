import type { Span } from "../base/span.ts";
import type { Entry, Node } from "../syntax/node.ts";

/** Takes a complaint about a settings file; the span is an offset in its text. */
export type Report = (message: string, span: Span) => void;

/** The entries of an object, each taken once, so that those which nobody knows are left over. */
export interface Fields {
  take(key: string): Node | undefined;
  /** Complains about every entry that was not taken. */
  rest(): void;
}

/** The entries of a node that should be an object; complains, and has none, where it is something else. */
export function fieldsOf(node: Node | undefined, name: string, report: Report): Fields {
  const left = new Map(entriesOf(node, name, report).map((entry) => [String(entry.key.value), entry]));
  return {
    take(key) {
      const entry = left.get(key);
      left.delete(key);
      return entry?.value;
    },
    rest() {
      for (const [key, entry] of left) report(`${name} has no "${key}".`, entry.key.span);
    },
  };
}

export function entriesOf(node: Node | undefined, name: string, report: Report): readonly Entry[] {
  if (!node) return [];
  if (node.kind === "map") return node.entries.filter((entry) => !entry.duplicate);
  report(`${name} should be an object.`, node.span);
  return [];
}

export function itemsOf(node: Node | undefined, name: string, report: Report): readonly Node[] | undefined {
  if (!node) return undefined;
  if (node.kind === "list") return node.items;
  report(`${name} should be a list.`, node.span);
  return undefined;
}

/** The value of a node if it is what `is` accepts; complains that it should be `wanted` otherwise. */
export function scalarOf<T>(node: Node | undefined, is: (value: unknown) => value is T, wanted: string, report: Report): T | undefined {
  if (!node) return undefined;
  const value = node.kind === "scalar" ? node.value : undefined;
  if (is(value)) return value;
  report(`${wanted}.`, node.span);
  return undefined;
}

export const isText = (value: unknown): value is string => typeof value === "string";
export const isFlag = (value: unknown): value is boolean => typeof value === "boolean";
export const isCount = (value: unknown): value is number => typeof value === "number" && Number.isInteger(value) && value > 0;
