import type { Step } from "../../base/place.ts";
import type { TextEdit } from "../../base/span.ts";
import { type Data, type NodeEdit, Tagged } from "../edit.ts";
import { type Found, follow, type Way } from "../find.ts";
import type { Tree } from "../tree.ts";
import { appended } from "./append.ts";
import { combined, nested } from "./data.ts";
import { inserted } from "./insert.ts";
import { editedInside } from "./inside.ts";
import { type Insertion, layoutAt } from "./layout.ts";
import { cannot, type Made, type Refusal } from "./made.ts";
import { removed } from "./remove.ts";
import { renamed } from "./rename.ts";
import { replaced } from "./replace.ts";
import { danger } from "./siblings.ts";
import { saysAlready } from "./verify.ts";

type Write = (tree: Tree, edits: readonly NodeEdit[]) => { readonly edits: readonly TextEdit[] } | Refusal;
type Set = Extract<NodeEdit, { readonly op: "set" }>;
type Append = Extract<NodeEdit, { readonly op: "append" }>;

/** Collects the edits of one call: those that meet in the same map or list are made together. */
export class Plan {
  readonly #tree: Tree;
  readonly #write: Write;
  readonly #edits: TextEdit[] = [];
  /** By the map, key or group that they go into. */
  readonly #insertions = new Map<object, { readonly way: Way; readonly list: Insertion[] }>();
  readonly #appends = new Map<object, { readonly way: Way; readonly found: Found; readonly values: Data[] }>();
  readonly #removals: Way[] = [];

  constructor(tree: Tree, write: Write) {
    this.#tree = tree;
    this.#write = write;
  }

  /** Takes an edit in, or says why it can't be made. */
  take(edit: NodeEdit): Refusal | undefined {
    if (this.#tree.format === "json" && "value" in edit && hasTag(edit.value)) return cannot("JSON has no short forms of functions");
    if (edit.op === "set" && edit.comment === undefined && saysAlready(this.#tree, edit.path, edit.value)) return undefined;
    const way = ownWay(follow(this.#tree, edit.path), edit);
    const refused = danger(this.#tree, way, edit.op);
    if (refused !== undefined) return cannot(refused);
    if (way.inside) return this.#keep(editedInside(way.inside, edit, this.#write));
    switch (edit.op) {
      case "set":
        return way.missing.length > 0 ? this.#insert(way, edit, edit.value) : this.#set(way, edit);
      case "append":
        return way.missing.length > 0 ? this.#insert(way, edit, [edit.value]) : this.#append(way, edit);
      case "remove":
        if (way.missing.length > 0) return cannot("it is not there");
        this.#removals.push(way);
        return undefined;
      case "rename":
        return way.missing.length > 0 ? cannot("it is not there") : this.#keep(renamed(this.#tree, way, edit.to));
    }
  }

  /** All text edits, in the order in which insertions at the same place are to be written. */
  made(): Made {
    const refused = [...this.#late()].map((made) => this.#keep(made)).find((made) => made !== undefined);
    return refused ?? this.#edits;
  }

  *#late(): Generator<Made> {
    const tree = this.#tree;
    const additions = [
      ...[...this.#insertions.values()].map(({ way, list }) => ({ way, make: () => inserted(tree, way, list, layoutAt(tree, way)) })),
      ...[...this.#appends.values()].map(({ way, found, values }) => ({ way, make: () => appended(tree, found, values, layoutAt(tree, way)) })),
    ];
    // Where an inner map ends with its outer one, what goes into the inner one comes first.
    for (const { make } of additions.sort((a, b) => depthOf(b.way) - depthOf(a.way))) yield make();
    if (this.#removals.length > 0) yield removed(tree, this.#removals, new Set([...this.#insertions.keys(), ...this.#appends.keys()]));
  }

  #keep(made: Made): Refusal | undefined {
    if ("cannot" in made) return made;
    this.#edits.push(...made);
    return undefined;
  }

  #set(way: Way, { value, comment }: Set): Refusal | undefined {
    const last = way.found.at(-1);
    if (!last) return cannot("it is a whole part of the template");
    return this.#keep(replaced(this.#tree, last, value, layoutAt(this.#tree, way), comment));
  }

  #append(way: Way, { value }: Append): Refusal | undefined {
    const found = way.found.at(-1);
    if (!found) return cannot("there is no list");
    const key = found.node ?? found.entry ?? this.#tree;
    const known = this.#appends.get(key);
    if (known) known.values.push(value);
    else this.#appends.set(key, { way, found, values: [value] });
    return undefined;
  }

  #insert(way: Way, edit: Set | Append, value: Data): Refusal | undefined {
    const [key, ...below] = way.missing;
    const last = way.found.at(-1);
    const inner = nested(below, value);
    if (key === undefined || inner === undefined) return cannot("there is no such item");
    if (last?.node?.kind === "list")
      return key === last.node.items.length ? this.#append(way, { op: "append", path: [], value: inner }) : cannot("there is no such item");
    if (typeof key === "number") return cannot("there is no such item");
    const into = last?.node ?? last?.entry ?? way.group ?? this.#tree;
    const insertions = this.#insertions.get(into) ?? { way, list: [] };
    this.#insertions.set(into, insertions);
    const index = insertions.list.findIndex((one) => one.key === key);
    const known = insertions.list[index];
    if (known) insertions.list[index] = { ...known, value: combined(known.value, inner, edit.op) };
    else insertions.list.push({ key, value: inner, ...ofSet(edit, below) });
    return undefined;
  }
}

const depthOf = ({ group, found }: Way): number => found.length + (group ? 1 : 0);

function ofSet(edit: Set | Append, below: readonly Step[]): Pick<Insertion, "after" | "comment"> {
  if (edit.op !== "set") return {};
  const { after, comment } = edit;
  return { ...(after === undefined ? {} : { after }), ...(comment === undefined || below.length > 0 ? {} : { comment }) };
}

/** What came in by a merge key is set by writing it into the map itself, where it wins. */
function ownWay(way: Way, { op }: NodeEdit): Way {
  const last = way.found.at(-1);
  const above = way.found.at(-2);
  if (op !== "set" || way.missing.length > 0 || !last?.entry?.merged || !above || above.shared) return way;
  return { ...way, found: way.found.slice(0, -1), missing: [String(last.entry.key.value)] };
}

const hasTag = (data: Data): boolean =>
  data instanceof Tagged || (typeof data === "object" && data !== null && Object.values(data).some((one: Data) => hasTag(one)));
