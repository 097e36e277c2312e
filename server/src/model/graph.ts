import { type Place, placeOfValue } from "../base/place.ts";
import type { KindName, PropertiesOf } from "./kinds/index.ts";
import { OUTPUTS } from "./outputs.ts";
import type { Reading } from "./reading.ts";
import { Resource } from "./resource.ts";
import { literalTexts } from "./structure.ts";
import type { Subject } from "./subject.ts";
import { byName } from "./template.ts";

/** A literal text somewhere in a resource, with the keys that lead to it. */
export interface WrittenText {
  readonly keys: readonly string[];
  readonly text: string;
  readonly place: Place;
}

/**
 * The resources of one template in one world, and who refers to whom. Questions of the rule catalogue stand in
 * `words/`, as functions that take the graph first.
 */
export class Graph {
  readonly #reading: Reading;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** A resource by logical id, if it is there in this world. */
  resource(id: string): Resource | undefined {
    const part = this.#reading.part(id);
    return part && this.#reading.exists(part) ? new Resource(part, this.#reading) : undefined;
  }

  /** All resources of a kind that are there in this world, in the order of the template. */
  all<K extends KindName>(...kinds: readonly K[]): readonly Resource<K>[] {
    return kinds.flatMap((kind) => this.#reading.ids(kind).flatMap((id) => (this.resource(id) as Resource<K> | undefined) ?? []));
  }

  /**
   * Resources of a kind that are there in this world, the nearest ones to another in the order of the template and at most so many: comparing each with each
   * costs the square of their number, and depends on all.
   */
  near<K extends KindName>(to: Subject, kind: K, most: number): readonly Resource<K>[] {
    const ids = this.#reading.ids(kind);
    const at = Math.max(0, ids.indexOf(to.id));
    const from = Math.max(0, Math.min(at - Math.floor(most / 2), ids.length - most - 1));
    return ids.slice(from, from + most + 1).flatMap((id) => (id === to.id ? [] : ((this.resource(id) as Resource<K> | undefined) ?? [])));
  }

  /** The first resource of a kind that is there in this world. */
  first<K extends KindName>(kind: K): Resource<K> | undefined {
    for (const id of this.#reading.ids(kind)) {
      const found = this.resource(id);
      if (found) return found as Resource<K>;
    }
    return undefined;
  }

  /** How many resources of a kind are declared, in whichever world. */
  count(kind: KindName): number {
    return this.#reading.ids(kind).length;
  }

  /** Whether any resource of a kind is declared, in whichever world. */
  declares(kind: KindName): boolean {
    return this.#reading.ids(kind).length > 0;
  }

  /** Resources of a kind whose `property` means `target`, in this world. */
  referring<K extends KindName>(target: Subject, kind: K, property: keyof PropertiesOf<K> & string): readonly Resource<K>[] {
    const spellings = [target.id, ...this.#reading.namesOf(target.id).map(byName)];
    const mentions = spellings.flatMap((spelling) => this.#reading.mentions(spelling)).filter((mention) => mention.property === property);
    return [...new Set(mentions.map((mention) => mention.from))].flatMap((id) => {
      const from = this.resource(id);
      return from?.is(kind) && this.#means(from, property, target) ? [from] : [];
    });
  }

  /** Resources that mention `target` anywhere, in any property; itself, its own children and outputs left out. */
  mentioning(target: Subject): readonly Resource[] {
    const ids = new Set(this.#reading.mentions(target.id).map((mention) => mention.from));
    return [...ids].filter((id) => id !== target.id && !id.startsWith(`${target.id}/`) && !isOutput(id)).flatMap((id) => this.resource(id) ?? []);
  }

  /** Whether an output of the template tells others of a resource. */
  isTold(target: Subject): boolean {
    return this.#reading.mentions(target.id).some(({ from }) => isOutput(from));
  }

  /** Parts that stand inside a resource: events, statements, targets. */
  children<K extends KindName>(of: Subject, kind: K): readonly Resource<K>[] {
    return this.#reading.inside(of.id).flatMap((id) => {
      const child = this.resource(id);
      return child?.is(kind) ? [child] : [];
    });
  }

  /** Every literal text written in a resource. */
  *texts(of: Subject): Generator<WrittenText> {
    for (const { keys, text, at } of literalTexts(of.part.body)) yield { keys, text, place: placeOfValue(of.part.uri, at.path) };
  }

  #means(from: Resource, property: string, target: Subject): boolean {
    const described = from.terms.bind(from);
    const single = from.reference(property as never);
    if (single.known) return single.value?.id === target.id;
    const items = described(property as never);
    return items.known && items.value.some((item) => item.known && from.meant(item.value)?.id === target.id);
  }
}

const isOutput = (id: string): boolean => id.startsWith(`${OUTPUTS}/`);
