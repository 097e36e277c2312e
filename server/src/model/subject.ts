import type { Place } from "../base/place.ts";
import type { Part } from "./part.ts";

/** What findings, edits and questions need of a resource, whatever its kind. */
export class Subject {
  readonly part: Part;

  constructor(part: Part) {
    this.part = part;
  }

  get id(): string {
    return this.part.id;
  }

  /** What messages call it. */
  get name(): string {
    return this.part.name;
  }

  /** AWS's type name; for display only. */
  get type(): string {
    return this.part.type;
  }

  /** The key of the resource, which is marked where something is absent. */
  get place(): Place {
    return { uri: this.part.uri, path: this.part.path, part: "key" };
  }

  /** Whether the template's transform makes it, with nothing of it written. */
  get implied(): boolean {
    return this.part.implied === true;
  }
}
