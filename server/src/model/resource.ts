import type { Held, Property, PropertyOf } from "./kind.ts";
import { KINDS, type KindName, type PropertiesOf } from "./kinds/index.ts";
import type { Part } from "./part.ts";
import type { Reading } from "./reading.ts";
import { meantBy, type Settled, settle } from "./settle.ts";
import { asFlag, asNumber, asText, type Item, isList, itemOf, narrowed, Structure, step } from "./structure.ts";
import { Subject } from "./subject.ts";
import { lastSegment } from "./template.ts";
import { isText, type Known, type Reference, type Term, unknown, type Value } from "./value.ts";

/** One resource in one world: what a check reads. Every answer is a `Value`, known or unknown. */
export class Resource<out K extends KindName = KindName> extends Subject {
  readonly #reading: Reading;

  constructor(part: Part, reading: Reading) {
    super(part);
    this.#reading = reading;
  }

  get kind(): K {
    return this.part.kind as K;
  }

  is<T extends KindName>(...kinds: readonly T[]): this is Resource<T> {
    return (kinds as readonly KindName[]).includes(this.part.kind);
  }

  number<P extends PropertyOf<PropertiesOf<K>, "number">>(property: P): Value<Held<PropertiesOf<K>[P] & Property, number>> {
    return this.#defaulted(property, asNumber(this.term(property as never))) as Value<Held<PropertiesOf<K>[P] & Property, number>>;
  }

  text<P extends PropertyOf<PropertiesOf<K>, "text">>(property: P): Value<Held<PropertiesOf<K>[P] & Property, string>> {
    return this.#defaulted(property, asText(this.term(property as never))) as Value<Held<PropertiesOf<K>[P] & Property, string>>;
  }

  flag<P extends PropertyOf<PropertiesOf<K>, "flag">>(property: P): Value<Held<PropertiesOf<K>[P] & Property, boolean>> {
    return this.#defaulted(property, asFlag(this.term(property as never))) as Value<Held<PropertiesOf<K>[P] & Property, boolean>>;
  }

  /** A text, number or flag as the template has it: perhaps a reference, perhaps text with unknown parts. No default is applied. */
  term<P extends PropertyOf<PropertiesOf<K>, "text" | "number" | "flag" | "reference">>(property: P): Value<Term | undefined> {
    return narrowed(this.#item(property), (item) => (item instanceof Structure || isList(item) ? undefined : item), "not a single value");
  }

  /**
   * The resource of this template that a property names: by `Ref`, by an attribute, inside an ARN, or by its literal
   * physical name. Undefined for an absent property; unknown for a name that no resource here carries.
   */
  reference<P extends PropertyOf<PropertiesOf<K>, "reference" | "text">>(property: P): Value<Resource | undefined> {
    const value = this.term(property as never);
    if (!value.known || value.value === undefined || value.value === null) return value.known ? { ...value, value: undefined } : value;
    const meant = this.meant(value.value);
    return meant ? { ...value, value: meant } : unknown("it names nothing in this template", value.place);
  }

  /** The resource that a term means, if it is there in this world. */
  meant(term: Term): Resource | undefined {
    const id = this.referred(term)?.id;
    const part = id === undefined ? undefined : this.#reading.part(id);
    return part && this.#reading.exists(part) ? new Resource(part, this.#reading) : undefined;
  }

  /** The reference inside a term; a literal physical name or an ARN that ends in one counts as a `Ref`. */
  referred(term: Term): Reference | undefined {
    const reference = meantBy(term, (id) => this.#reading.declares(id));
    if (reference) return reference;
    const last = isText(term) ? term.parts.at(-1) : term;
    if (typeof last !== "string") return undefined;
    const id = this.#reading.named(lastSegment(last));
    return id === undefined ? undefined : { is: "reference", id };
  }

  /** The items of a list; a single term counts as a list of one. An absent property has none. */
  terms<P extends PropertyOf<PropertiesOf<K>, "terms">>(property: P): Value<readonly Value<Term>[]> {
    const value = this.#item(property);
    if (!value.known) return value;
    const items = value.value === undefined ? [] : isList(value.value) ? value.value : [value as Known<Item>];
    return {
      ...value,
      value: items.map((item) => narrowed(item, (one) => (one instanceof Structure || isList(one) ? undefined : one), "not a text") as Value<Term>),
    };
  }

  structure<P extends PropertyOf<PropertiesOf<K>, "structure">>(property: P): Value<Structure | undefined> {
    return narrowed(this.#item(property), (item) => (item instanceof Structure ? item : undefined), "not a map");
  }

  /** A property that is a list of maps or texts. */
  list<P extends PropertyOf<PropertiesOf<K>, "structure" | "terms">>(property: P): Value<readonly Value<Item>[] | undefined> {
    return narrowed(this.#item(property), (item) => (isList(item) ? item : undefined), "not a list");
  }

  /** Whether anything is written for a property, its value known or not; unknown where the entry was not wholly read. */
  has<P extends keyof PropertiesOf<K> & string>(property: P): Value<boolean> {
    const settled = this.#settled(property);
    if (settled.is === "unknown" && settled.reason === this.#openness(property)) return unknown(settled.reason, settled.place);
    const there = settled.is !== "nothing" && !(settled.is === "scalar" && settled.value === null);
    return { known: true, value: there, place: there ? settled.place : this.place, origin: there ? settled.origin : "absent", aspect: property };
  }

  /** The resource that this one stands in, such as the function of an event. */
  get owner(): Resource | undefined {
    const part = this.part.owner === undefined ? undefined : this.#reading.part(this.part.owner);
    return part ? new Resource(part, this.#reading) : undefined;
  }

  #openness(property: string): string | undefined {
    const steps = this.part.binding.properties[property] ?? [];
    let at: Settled = settle(this.part.body, this.#reading);
    for (const key of steps) {
      if (at.is === "map" && !at.map.entries.has(key)) return at.map.open;
      at = step(at, key, this.#reading);
    }
    return undefined;
  }

  #settled(property: string): Settled {
    const fixed = this.part.fixed[property];
    if (fixed) return settle(fixed, this.#reading);
    const steps = this.part.binding.properties[property];
    if (!steps) return { is: "nothing", place: this.place, origin: "absent" };
    let at: Settled = settle(this.part.body, this.#reading);
    for (const key of steps) at = step(at, key, this.#reading);
    return at;
  }

  #item(property: string): Value<Item | undefined> {
    return itemOf(this.#settled(property), this.#reading, property, this.place);
  }

  #defaulted<T>(property: string, value: Value<T | undefined>): Value<T | undefined> {
    if (!value.known || value.value !== undefined) return value;
    const described = (KINDS[this.part.kind].properties as Readonly<Record<string, Property>>)[property];
    const otherwise = described && "default" in described ? (described.default as T | undefined) : undefined;
    return otherwise === undefined ? value : { ...value, value: otherwise, origin: "default" };
  }
}
