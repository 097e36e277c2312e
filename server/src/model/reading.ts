import type { KindName } from "./kinds/index.ts";
import { type Look, Looker } from "./looks.ts";
import type { Part } from "./part.ts";
import type { Surroundings } from "./settle.ts";
import type { Mention, Template } from "./template.ts";
import type { World } from "./world.ts";

/**
 * One run of one check: a template in one world, and a record of what was looked at. The engine keeps the check's result
 * as long as the scope is the same object and each of these looks sees the same.
 */
export class Reading implements Surroundings {
  #open: { readonly template: Template; readonly looker: Looker } | undefined;
  readonly world: World;

  constructor(template: Template, world: World, looks: Set<Look>) {
    this.#open = { template, looker: new Looker(template, looks) };
    this.world = world;
  }

  /** Lets go of the template when the check is over, so that what it found keeps no old text alive. */
  close(): void {
    this.#open = undefined;
  }

  get scope() {
    return this.#now.template.scope;
  }

  declares(id: string): boolean {
    return this.#now.looker.at("declared", id);
  }

  part(id: string): Part | undefined {
    return this.#now.looker.at("part", id);
  }

  ids(kind: KindName): readonly string[] {
    return this.#now.looker.at("kind", kind) ?? [];
  }

  /** Ids of the parts that stand inside a part. */
  inside(owner: string): readonly string[] {
    return this.#now.looker.at("children", owner) ?? [];
  }

  /** Who mentions a name: an id, or what stands in its place for a physical name. */
  mentions(of: string): readonly Mention[] {
    return this.#now.looker.at("mentions", of) ?? [];
  }

  /** The physical names of a part. */
  namesOf(id: string): readonly string[] {
    return this.#now.looker.at("names", id) ?? [];
  }

  /** Whether the part is there in this world. */
  exists(part: Part): boolean {
    return part.guards.every((guard) => this.world.holds(guard.condition) === guard.holds);
  }

  /** The physical name's owner, where exactly one resource carries it. */
  named(name: string): string | undefined {
    const ids = this.#now.looker.at("carriers", name);
    return ids?.length === 1 ? ids[0] : undefined;
  }

  get #now() {
    if (!this.#open) throw new Error("The check that this was read for is over.");
    return this.#open;
  }
}
