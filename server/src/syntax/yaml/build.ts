import { type Document, isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode, type Scalar, type YAMLMap, type YAMLSeq } from "yaml";
import type { Span } from "../../base/span.ts";
import { MAXIMUM_ALIASED_NODES, MAXIMUM_DEPTH, TOO_DEEP } from "../limits.ts";
import type { Entry, ListNode, MapNode, Node, ScalarNode, ScalarStyle } from "../node.ts";
import type { SyntaxProblem } from "../tree.ts";
import { mergedEntries } from "./merge.ts";
import { propertiesStart } from "./properties.ts";

/** What one YAML text says, and what is missing for it to say more. */
export interface Built {
  readonly root: Node | undefined;
  /** Problems of aliases and merge keys; the parser's own are not among them. */
  readonly problems: readonly SyntaxProblem[];
  /** Names of aliases whose anchor does not stand above them in this text. */
  readonly unanchored: ReadonlySet<string>;
}

/**
 * Turns a document of `yaml` into nodes with spans in `text`.
 * @throws TOO_DEEP when nodes nest deeper than MAXIMUM_DEPTH.
 */
export function build(document: Document.Parsed, text: string): Built {
  const builder = new Builder(text);
  const root = document.contents ? builder.node(document.contents, 0, 0) : undefined;
  return { root, problems: builder.problems, unanchored: builder.unanchored };
}

/** An anchored node with what an alias to it costs: the nodes that it stands for and the levels below it. */
interface Anchor {
  readonly node: Node;
  readonly size: number;
  readonly height: number;
}

/** A node is built from the text alone, but anchors and the budget of aliases are state of one walk in the text's order. */
class Builder {
  readonly problems: SyntaxProblem[] = [];
  readonly unanchored = new Set<string>();
  readonly #text: string;
  readonly #anchors = new Map<string, Anchor | "open">();
  #size = 0;
  #aliased = 0;
  #deepest = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** `from` is where the tag and the anchor of the node can start: behind its key or the item before it. */
  node(source: ParsedNode, from: number, depth: number): Node {
    if (depth > MAXIMUM_DEPTH) throw TOO_DEEP;
    if (isAlias(source)) return this.#aliasTarget(source.source, rangeSpan(source), depth);
    this.#size += 1;
    if (source.anchor === undefined) {
      if (depth > this.#deepest) this.#deepest = depth;
      return this.#plainNode(source, from, depth);
    }
    return this.#anchored(source, source.anchor, from, depth);
  }

  #anchored(source: Exclude<ParsedNode, { type: "alias" }>, name: string, from: number, depth: number): Node {
    const { deepest, size } = { deepest: this.#deepest, size: this.#size };
    this.#anchors.set(name, "open");
    this.#deepest = depth;
    const node = this.#plainNode(source, from, depth);
    this.#anchors.set(name, { node, size: this.#size - size + 1, height: this.#deepest - depth });
    this.#deepest = Math.max(deepest, this.#deepest);
    return node;
  }

  #aliasTarget(name: string, span: Span, depth: number): Node {
    const anchor = this.#anchors.get(name);
    if (anchor === undefined) {
      this.unanchored.add(name);
      return this.#unusable(span, "UNRESOLVED_ALIAS", `No anchor &${name} stands above this alias`);
    }
    if (anchor === "open") return this.#unusable(span, "RECURSIVE_ALIAS", `*${name} stands inside of its own anchor`);
    if (depth + anchor.height > MAXIMUM_DEPTH || this.#aliased + anchor.size > MAXIMUM_ALIASED_NODES)
      return this.#unusable(span, "ALIAS_BOMB", `*${name} stands for too much`);
    this.#aliased += anchor.size;
    this.#size += anchor.size;
    this.#deepest = Math.max(this.#deepest, depth + anchor.height);
    return anchor.node;
  }

  #unusable(span: Span, code: string, message: string): ScalarNode {
    this.problems.push({ code, message, span });
    return { kind: "scalar", span, value: null, style: "plain", source: this.#text.slice(span.start, span.end) };
  }

  #plainNode(source: ParsedNode, from: number, depth: number): Node {
    const { start, tag } = this.#properties(source, from);
    if (isMap(source)) return this.#map(source as YAMLMap.Parsed, start, tag, depth);
    if (isSeq(source)) return this.#list(source as YAMLSeq.Parsed, start, tag, depth);
    return this.#scalar(source as Scalar.Parsed, start, tag);
  }

  /** Where the node starts with its tag, and the tag as written unless it is one of YAML's own. */
  #properties(source: ParsedNode, from: number): { readonly start: number; readonly tag: string | undefined } {
    const start = source.range[0];
    if (source.tag === undefined) return { start, tag: undefined };
    const at = propertiesStart(this.#text, from, "!");
    if (at === undefined) return { start, tag: undefined };
    const written = tagAt(this.#text, at);
    return { start: Math.min(at, start), tag: written === "!" || source.tag.startsWith("tag:yaml.org,2002:") ? undefined : written };
  }

  #map(source: YAMLMap.Parsed, start: number, tag: string | undefined, depth: number): MapNode {
    const own: Entry[] = [];
    const merges: Entry[] = [];
    const seen = new Set<string>();
    let from = source.range[0];
    for (const pair of source.items) {
      const entry = this.#entry(pair as Pair<ParsedNode, ParsedNode | null>, from, depth, seen);
      from = entry.span.end;
      (isMerge(entry) ? merges : own).push(entry);
    }
    const entries = merges.length === 0 ? own : this.#merge(own, merges, seen);
    const end = source.flow ? source.range[1] : Math.max(from, start);
    return { kind: "map", span: { start, end }, flow: source.flow === true, entries, ...(tag === undefined ? {} : { tag }) };
  }

  #merge(own: readonly Entry[], merges: readonly Entry[], seen: Set<string>): readonly Entry[] {
    const merged = mergedEntries(merges, seen);
    this.#aliased += merged.length;
    if (this.#aliased <= MAXIMUM_ALIASED_NODES) return [...own, ...merged];
    const [first] = merges;
    if (first) this.problems.push({ code: "ALIAS_BOMB", message: "The merge keys stand for too much", span: first.span });
    return own;
  }

  #entry(pair: Pair<ParsedNode, ParsedNode | null>, from: number, depth: number, seen: Set<string>): Entry {
    const key = this.#key(pair.key, from);
    const name = String(key.value);
    const duplicate = seen.has(name) && name !== "<<";
    seen.add(name);
    const keyEnd = pair.key?.range[1] ?? key.span.end;
    const written = pair.value && !isNothing(pair.value) ? pair.value : undefined;
    const value = written && this.node(written, keyEnd, depth + 1);
    const end = written && value ? (isAlias(written) ? written.range[1] : value.span.end) : endOfColon(this.#text, keyEnd);
    return { key, value, span: { start: key.span.start, end }, ...(duplicate ? { duplicate: true as const } : {}) };
  }

  /** Keys are text whatever they look like: CloudFormation reads `123456789012:` and `true:` as names. */
  #key(source: ParsedNode | null, from: number): ScalarNode {
    if (!source) return { kind: "scalar", span: { start: from, end: from }, value: "", style: "plain", source: "" };
    if (isAlias(source)) {
      const target = this.#anchors.get(source.source);
      const value = target && target !== "open" && target.node.kind === "scalar" ? String(target.node.value) : `*${source.source}`;
      return { kind: "scalar", span: rangeSpan(source), value, style: "plain", source: this.#slice(source) };
    }
    if (isScalar(source)) {
      const node = this.node(source as Scalar.Parsed, from, 0) as ScalarNode;
      return node.style === "plain" ? { ...node, value: node.source } : { ...node, value: String(node.value) };
    }
    const written = this.#slice(source).trimEnd();
    const start = source.range[0];
    return { kind: "scalar", span: { start, end: start + written.length }, value: written, style: "plain", source: written };
  }

  #list(source: YAMLSeq.Parsed, start: number, tag: string | undefined, depth: number): ListNode {
    const items: Node[] = [];
    let from = source.range[0];
    for (const item of source.items as readonly ParsedNode[]) {
      const node = this.node(item, from, depth + 1);
      items.push(node);
      from = isAlias(item) ? item.range[1] : Math.max(from, node.span.end);
    }
    const end = source.flow ? source.range[1] : Math.max(from, start + 1);
    return { kind: "list", span: { start, end }, flow: source.flow === true, items, ...(tag === undefined ? {} : { tag }) };
  }

  #scalar(source: Scalar.Parsed, start: number, tag: string | undefined): ScalarNode {
    const written = this.#slice(source).trimEnd();
    const style = STYLES[source.type ?? "PLAIN"] ?? "plain";
    const empty = written === "" && tag !== undefined;
    const end = empty ? start + tag.length : source.range[0] + written.length;
    const value = style === "plain" && LEADING_ZERO.test(written) ? written : scalarValue(source.value);
    return { kind: "scalar", span: { start, end }, value, style, source: written, ...(tag === undefined ? {} : { tag }) };
  }

  #slice(source: ParsedNode): string {
    return this.#text.slice(source.range[0], source.range[1]);
  }
}

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "literal",
  BLOCK_FOLDED: "folded",
};

/** `0777` and account ids such as `012345678901` are numbers to YAML 1.2 only; CloudFormation's YAML 1.1 says otherwise, so they stay text. */
const LEADING_ZERO = /^[-+]?0[0-9]+$/;

const scalarValue = (value: unknown): ScalarNode["value"] =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : typeof value === "bigint" ? Number(value) : null;

const rangeSpan = (source: ParsedNode): Span => ({ start: source.range[0], end: source.range[1] });

const isMerge = (entry: Entry): boolean => entry.key.value === "<<" && entry.key.style === "plain" && entry.value !== undefined;

/** Nothing is written behind the colon; an empty scalar with a tag or an anchor is something. */
const isNothing = (source: ParsedNode): boolean =>
  isScalar(source) && source.range[0] === source.range[1] && source.tag === undefined && source.anchor === undefined && source.source === "";

function endOfColon(text: string, keyEnd: number): number {
  let at = keyEnd;
  while (text[at] === " " || text[at] === "\t") at += 1;
  return text[at] === ":" ? at + 1 : keyEnd;
}

function tagAt(text: string, at: number): string {
  let end = at + 1;
  if (text[end] === "<") end = text.indexOf(">", end) + 1 || text.length;
  else while (end < text.length && !/[\s,[\]{}]/.test(text[end] ?? " ")) end += 1;
  return text.slice(at, end);
}
