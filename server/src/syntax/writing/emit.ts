import { Document, isCollection, isScalar, type ParsedNode, Scalar, type Node as YamlNode } from "yaml";
import { type Data, Tagged } from "../edit.ts";
import type { ScalarStyle } from "../node.ts";
import type { Layout } from "./layout.ts";

/** Strings that YAML 1.1 reads as something else are quoted: CloudFormation documents that version. */
const OPTIONS = { version: "1.1", lineWidth: 0, minContentWidth: 0, flowCollectionPadding: false } as const;

/** Data on one line, as it stands inside brackets. */
export function flow(data: Data): string {
  const document = documentOf([data], true);
  return document
    .toString({ ...OPTIONS, collectionStyle: "flow" })
    .trim()
    .replace(/^\[\s*|\s*\]$/g, "");
}

/** A value behind `key:` (with its leading blank or line end), its further lines indented below `column`. */
export function valueBehindKey(data: Data, column: number, layout: Layout, keyOf = "k"): string {
  const text = documentOf({ [keyOf]: data }, false)
    .toString({ ...OPTIONS, indent: layout.indent, indentSeq: layout.dashesIndented })
    .trimEnd();
  return indented(text.slice(keyOf.length + 1), column, layout);
}

/** A value where a line has been begun already, such as behind a dash; its further lines stand at `column`. */
export function valueAt(data: Data, column: number, layout: Layout): string {
  const text = documentOf(data, false)
    .toString({ ...OPTIONS, indent: layout.indent, indentSeq: layout.dashesIndented })
    .trimEnd();
  return indented(text, column, layout);
}

export function key(name: string): string {
  return flow(name);
}

/** A scalar in the quotes of the one that it replaces, where it still can. */
export function scalarLike(data: string | number | boolean | null, style: ScalarStyle | undefined): string {
  const quotes = style === "single" ? Scalar.QUOTE_SINGLE : style === "double" ? Scalar.QUOTE_DOUBLE : undefined;
  const scalar = new Scalar(quotes ? String(data) : data);
  if (quotes) scalar.type = quotes;
  return new Document([scalar], OPTIONS)
    .toString({ ...OPTIONS, collectionStyle: "flow" })
    .trim()
    .replace(/^\[\s*|\s*\]$/g, "");
}

/** JSON, its further lines indented by `column`; on one line where the surroundings are. */
export function json(data: Data, column: number, layout: Layout, oneLine: boolean): string {
  if (oneLine) return spaced(data);
  return JSON.stringify(data, undefined, layout.indent)
    .split("\n")
    .join(`${layout.eol}${" ".repeat(column)}`);
}

function spaced(data: Data): string {
  if (Array.isArray(data)) return `[${data.map((item: Data) => spaced(item)).join(", ")}]`;
  if (typeof data !== "object" || data === null) return JSON.stringify(data);
  const entries = Object.entries(data);
  return entries.length === 0 ? "{}" : `{ ${entries.map(([name, value]) => `${JSON.stringify(name)}: ${spaced(value as Data)}`).join(", ")} }`;
}

function indented(text: string, by: number, layout: Layout): string {
  return text.split("\n").join(`${layout.eol}${" ".repeat(by)}`);
}

function documentOf(data: Data, inFlow: boolean): Document<ParsedNode> {
  const document = new Document(undefined, OPTIONS);
  document.contents = nodeOf(document, data, inFlow) as never;
  return document as unknown as Document<ParsedNode>;
}

function nodeOf(document: Document, data: Data, inFlow: boolean): YamlNode {
  if (data instanceof Tagged) {
    const node = nodeOf(document, data.value, inFlow);
    node.tag = data.tag;
    if (isCollection(node)) node.flow = true;
    // Text with references in it is commonly quoted, though YAML would read it without.
    if (isScalar(node) && typeof data.value === "string" && data.value.includes("${")) node.type = Scalar.QUOTE_DOUBLE;
    return node;
  }
  if (Array.isArray(data)) {
    const list = document.createNode([]) as unknown as { items: YamlNode[]; flow?: boolean };
    list.items = data.map((item: Data) => nodeOf(document, item, inFlow));
    if (inFlow || data.length === 0 || (data.length === 1 && !isObject(data[0]))) list.flow = true;
    return list as unknown as YamlNode;
  }
  if (isObject(data)) {
    const map = document.createNode({}) as unknown as { items: unknown[]; flow?: boolean };
    map.items = Object.entries(data as Readonly<Record<string, Data>>).map(([name, value]) =>
      document.createPair(document.createNode(name), nodeOf(document, value, inFlow)),
    );
    if (inFlow || map.items.length === 0) map.flow = true;
    return map as unknown as YamlNode;
  }
  return document.createNode(data) as YamlNode;
}

const isObject = (data: Data | undefined): boolean => typeof data === "object" && data !== null;
