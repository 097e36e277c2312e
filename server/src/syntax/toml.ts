import { parse, TomlError } from "smol-toml";
import type { Node } from "./node.ts";

/** Reads a TOML document as nodes. The spans are empty: nothing is written into these files. Undefined for a text that is no TOML. */
export function readToml(text: string): Node | undefined {
  try {
    return nodeOf(parse(text));
  } catch (error) {
    if (error instanceof TomlError) return undefined;
    throw error;
  }
}

const NOWHERE = { start: 0, end: 0 };

function nodeOf(value: unknown): Node {
  if (Array.isArray(value)) return { kind: "list", flow: false, items: value.map(nodeOf), span: NOWHERE };
  if (typeof value === "object" && value !== null && !(value instanceof Date)) {
    const entries = Object.entries(value).map(([key, inner]) => ({ key: scalar(key), value: nodeOf(inner), span: NOWHERE }));
    return { kind: "map", flow: false, entries, span: NOWHERE };
  }
  return scalar(typeof value === "number" || typeof value === "boolean" ? value : String(value));
}

const scalar = (value: string | number | boolean) => ({ kind: "scalar", value, style: "plain", source: String(value), span: NOWHERE }) as const;
