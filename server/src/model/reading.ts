import type { KindName } from "./kinds/index.ts";
import type { Part } from "./part.ts";
import type { Surroundings } from "./settle.ts";
import type { Links, Template } from "./template.ts";
import type { World } from "./world.ts";

/**
 * One run of one check: a template in one world, and a record of the parts that were looked at. The engine keeps the
 * check's result as long as these parts, the scope and the links are the same objects.
 */
export class Reading implements Surroundings {
  #template: Template | undefined;
  readonly world: World;
  readonly touched: Map<string, Part | undefined>;

  constructor(template: Template, world: World, touched: Map<string, Part | undefined>) {
    this.#template = template;
    this.world = world;
    this.touched = touched;
  }

  get template(): Template {
    if (!this.#template) throw new Error("The check that this was read for is over.");
    return this.#template;
  }

  /** Lets go of the template when the check is over, so that what it found keeps no old text alive. */
  close(): void {
    this.#template = undefined;
  }

  get scope() {
    return this.template.scope;
  }

  get links(): Links {
    return this.template.links;
  }

  declares(id: string): boolean {
    return this.template.links.shape.has(id);
  }

  part(id: string): Part | undefined {
    const part = this.template.parts.get(id);
    this.touched.set(id, part);
    return part;
  }

  ids(kind: KindName): readonly string[] {
    return this.links.kinds.get(kind) ?? [];
  }

  /** Whether the part is there in this world. */
  exists(part: Part): boolean {
    return part.guards.every((guard) => this.world.holds(guard.condition) === guard.holds);
  }

  /** The physical name's owner, where exactly one resource carries it. */
  named(name: string): string | undefined {
    const ids = this.links.names.get(name);
    return ids?.length === 1 ? ids[0] : undefined;
  }
}
