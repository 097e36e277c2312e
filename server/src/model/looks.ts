import { once } from "../base/memo.ts";
import type { KindName } from "./kinds/index.ts";
import type { Template } from "./template.ts";

/**
 * What a check can look at in a template by a key. Each answer is a plain word, or the same object as long as it says the
 * same, so that two readings of a template can be compared look by look.
 */
const TABLES = {
  part: (template: Template, id: string) => template.parts.get(id),
  declared: (template: Template, id: string) => template.links.shape.has(id),
  kind: (template: Template, kind: string) => template.links.kinds.get(kind as KindName),
  children: (template: Template, owner: string) => template.links.children.get(owner),
  mentions: (template: Template, of: string) => template.links.incoming.get(of),
  names: (template: Template, id: string) => template.links.shape.get(id)?.names,
  carriers: (template: Template, name: string) => template.links.names.get(name),
} as const;

export type Table = keyof typeof TABLES;
type Answer<T extends Table> = ReturnType<(typeof TABLES)[T]>;

/** One look of a check at its template, and what it saw. */
export interface Look {
  readonly table: Table;
  readonly key: string;
  readonly found: unknown;
}

/** A look as all checks of one template share it. */
interface LookAt<T extends Table> extends Look {
  readonly found: Answer<T>;
}

type Looks = { readonly [T in Table]: Map<string, LookAt<T>> };

/** The looks that were taken at a template so far: one object for each, however many checks take it. */
const taken = once(
  (_template: Template): Looks => ({
    part: new Map(),
    declared: new Map(),
    kind: new Map(),
    children: new Map(),
    mentions: new Map(),
    names: new Map(),
    carriers: new Map(),
  }),
);

/** A template as one check looks at it, with a record of what it looked at. */
export class Looker {
  readonly #template: Template;
  readonly #taken: Looks;
  readonly #record: Set<Look>;

  constructor(template: Template, record: Set<Look>) {
    this.#template = template;
    this.#taken = taken(template);
    this.#record = record;
  }

  at<T extends Table>(table: T, key: string): Answer<T> {
    const looks = this.#taken[table] as Map<string, LookAt<T>>;
    let look = looks.get(key);
    if (!look) {
      look = { table, key, found: TABLES[table](this.#template, key) as Answer<T> };
      looks.set(key, look);
    }
    this.#record.add(look);
    return look.found;
  }
}

/** Whether the same look at another reading of the template would see the same. */
export const seesTheSame = ({ table, key, found }: Look, template: Template): boolean => TABLES[table](template, key) === found;
