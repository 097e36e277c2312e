import { changedEntries, lend, lendEntries, once, same } from "../base/memo.ts";
import { embedded } from "./embedded.ts";
import { children, type Expression } from "./expression.ts";
import { KINDS, type KindName } from "./kinds/index.ts";
import type { Part } from "./part.ts";
import type { Scope } from "./scope.ts";

export type Dialect = "sam" | "cloudformation";

/** One template as rules see it, made by a dialect. Every field is lent from the previous reading where nothing changed. */
export interface Template {
  readonly uri: string;
  readonly dialect: Dialect;
  readonly scope: Scope;
  readonly parts: ReadonlyMap<string, Part>;
  readonly links: Links;
  /** What was read of each written resource, so that an unchanged one is not read again. */
  readonly expanded: readonly Expanded[];
}

/** The parts that a dialect made of one resource, and all that they depend on. */
export interface Expanded {
  readonly id: string;
  readonly body: Expression;
  /** What the resource inherits; the same object as long as it says the same. */
  readonly inherited: Expression | undefined;
  readonly parts: readonly Part[];
}

/** That one part mentions another name: by a canonical property where there is one, else anywhere in its body. */
export interface Mention {
  readonly from: string;
  readonly to: string;
  readonly property: string | undefined;
}

/**
 * Who is there and who mentions whom: the shape of the template without its values. One object as long as the shape stays,
 * and each list in it is the same object as long as it says the same.
 */
export interface Links {
  readonly kinds: ReadonlyMap<KindName, readonly string[]>;
  readonly children: ReadonlyMap<string, readonly string[]>;
  readonly incoming: ReadonlyMap<string, readonly Mention[]>;
  /** Literal physical name → id, per kind: `jobs-queue` → `Jobs`. */
  readonly names: ReadonlyMap<string, readonly string[]>;
  /** What this was made of, for lending. */
  readonly shape: ReadonlyMap<string, Shape>;
}

interface Shape {
  readonly kind: KindName;
  readonly owner: string | undefined;
  readonly guards: Part["guards"];
  readonly names: readonly string[];
  readonly mentions: readonly Mention[];
}

/** Properties that hold a physical name by which other resources may be meant. */
const NAME_PROPERTIES = [
  "functionName",
  "queueName",
  "topicName",
  "tableName",
  "bucketName",
  "stateMachineName",
  "streamName",
  "logGroupName",
  "roleName",
  "alarmName",
  "eventBusName",
];

/** The links of some parts, lent from the previous reading entry by entry, and as a whole where the shape is the same. */
export function linksOf(parts: ReadonlyMap<string, Part>, previous: Pick<Template, "parts" | "links"> | undefined): Links {
  if (!previous) return build(new Map([...parts].map(([id, part]) => [id, shapeOf(part)])));
  const changed = changedEntries(previous.parts, parts);
  const { links } = previous;
  if (changed?.every(([id, part]) => same(links.shape.get(id), shapeOf(part)))) return links;
  return lentLinks(links, build(new Map([...parts].map(([id, part]) => [id, lentShape(links.shape.get(id), shapeOf(part))]))));
}

function lentShape(previous: Shape | undefined, next: Shape): Shape {
  if (!previous || previous === next) return next;
  return same(previous, next) ? previous : { ...next, names: lend(previous.names, next.names) };
}

function lentLinks(previous: Links, next: Links): Links {
  return {
    kinds: lendEntries(previous.kinds, next.kinds),
    children: lendEntries(previous.children, next.children),
    incoming: lendEntries(previous.incoming, next.incoming),
    names: lendEntries(previous.names, next.names),
    shape: next.shape,
  };
}

const shapeOf = once((part: Part): Shape => {
  const names = NAME_PROPERTIES.flatMap((property) => {
    const steps = part.binding.properties[property];
    const named = steps ? walk(part.body, steps) : undefined;
    return named?.is === "literal" && typeof named.value === "string" && named.value !== "" ? [named.value] : [];
  });
  return { kind: part.kind, owner: part.owner, guards: part.guards, names, mentions: mentionsOf(part) };
});

function build(shape: ReadonlyMap<string, Shape>): Links {
  const kinds = new Map<KindName, string[]>();
  const childrenOf = new Map<string, string[]>();
  const incoming = new Map<string, Mention[]>();
  const names = new Map<string, string[]>();
  for (const [id, part] of shape) {
    put(kinds, part.kind, id);
    if (part.owner !== undefined) put(childrenOf, part.owner, id);
    for (const name of part.names) put(names, name, id);
    for (const mention of part.mentions) put(incoming, mention.to, mention);
  }
  return { kinds, children: childrenOf, incoming, names, shape };
}

function put<K, V>(into: Map<K, V[]>, key: K, value: V): void {
  const there = into.get(key);
  if (there) there.push(value);
  else into.set(key, [value]);
}

function mentionsOf(part: Part): readonly Mention[] {
  const mentions: Mention[] = [];
  const seen = new Set<string>();
  const add = (property: string | undefined) => (to: string) => {
    const key = `${property ?? ""} ${to}`;
    if (seen.has(key)) return;
    seen.add(key);
    mentions.push({ from: part.id, to, property });
  };
  for (const [property, described] of Object.entries(KINDS[part.kind].properties)) {
    if (described.holds !== "reference" && described.holds !== "terms") continue;
    const steps = part.binding.properties[property];
    const expression = part.fixed[property] ?? (steps ? walk(part.body, steps) : undefined);
    if (!expression) continue;
    namesIn(expression, add(property));
    physicalNamesIn(expression, (name) => add(property)(byName(name)));
  }
  namesIn(part.body, add(undefined));
  return mentions;
}

/** Every name that an expression could mean in some world: references, and literal names and ARNs by their last segment. */
export function namesIn(expression: Expression, found: (name: string) => void): void {
  if (expression.is === "ref" || expression.is === "attribute") found(expression.name);
  else for (const child of children(expression)) namesIn(child, found);
}

/** What stands in the place of an id where a resource is mentioned by its physical name. */
export const byName = (name: string): string => `=${name}`;

/** Every literal text that could be a physical name or an ARN that ends in one: the last segment of each. */
function physicalNamesIn(expression: Expression, found: (name: string) => void): void {
  const last = expression.is === "text" ? expression.parts.at(-1) : expression.is === "literal" ? expression.value : undefined;
  if (typeof last === "string") found(lastSegment(last));
  else if (expression.is !== "text") for (const child of children(expression)) physicalNamesIn(child, found);
}

/** The name in an ARN or an address; a plain name is its own. */
export const lastSegment = (text: string): string => text.slice(Math.max(text.lastIndexOf(":"), text.lastIndexOf("/")) + 1);

/** The expression at some steps, without deciding anything; undefined also where an `Fn::If` stands in between. */
export function walk(body: Expression, steps: readonly string[]): Expression | undefined {
  let at: Expression | undefined = body;
  for (const step of steps) {
    if (at?.is === "if") return at;
    if (at?.is === "literal") at = embedded(at);
    at = at?.is === "map" ? at.entries.get(step) : undefined;
  }
  return at;
}
