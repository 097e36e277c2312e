/** Random templates for tests of edits: what they say, how they are written, and which comment stands at what. */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type Path = readonly (string | number)[];

/** Numbers from 0 to below 1; the same seed gives the same ones. */
export type Dice = () => number;

export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const pick = <T>(dice: Dice, from: readonly T[]): T => {
  const [first] = from;
  if (first === undefined) throw new Error("There is nothing to pick from.");
  return from[Math.floor(dice() * from.length)] ?? first;
};

const chance = (dice: Dice, of: number): boolean => dice() < of;

const SCALARS: readonly Json[] = [
  "jobs",
  "a b",
  "yes",
  "1",
  "",
  "x: y",
  "#no",
  "it's",
  'a "b"',
  "ä 🚀",
  "*",
  "{{x}}",
  3,
  0,
  2.5,
  true,
  false,
  "two\nlines\n",
  "- a",
];
const KEYS = ["Name", "Delay", "Tags", "Keys", "Policy", "Größe", "a b", "200", "on", "Fn"];

/** Maps are never empty, since what becomes empty goes. */
export function randomValue(dice: Dice, depth: number): Json {
  const kind = dice();
  if (depth <= 0 || kind < 0.5) return pick(dice, SCALARS);
  if (kind < 0.7) return Array.from({ length: 1 + Math.floor(dice() * 3) }, () => randomValue(dice, depth - 1));
  const keys = KEYS.filter(() => chance(dice, 0.3));
  return Object.fromEntries((keys.length > 0 ? keys : ["Name"]).map((key) => [key, randomValue(dice, depth - 1)]));
}

export function randomModel(dice: Dice): { readonly Resources: Readonly<Record<string, Json>> } & Readonly<Record<string, Json>> {
  const ids = ["Jobs", "News", "Mails", "Orders"].slice(0, 1 + Math.floor(dice() * 4));
  const resource = (): Json => ({ Type: "AWS::SQS::Queue", ...(chance(dice, 0.9) ? { Properties: { Name: "x", ...(propertiesOf(dice) as object) } } : {}) });
  return {
    ...(chance(dice, 0.3) ? { Description: "A template" } : {}),
    Resources: Object.fromEntries(ids.map((id) => [id, resource()])),
    ...(chance(dice, 0.3) ? { Outputs: { Url: { Value: "x" } } } : {}),
  };
}

const propertiesOf = (dice: Dice): Json => Object.fromEntries(KEYS.filter(() => chance(dice, 0.4)).map((key) => [key, randomValue(dice, 3)]));

export interface Comment {
  readonly text: string;
  /** The entry or item that it is about. */
  readonly path: Path;
}

export interface Written {
  readonly text: string;
  readonly comments: readonly Comment[];
}

export function written(dice: Dice, model: Json): Written {
  const writer = new Writer(dice, chance(dice, 0.4));
  const body = writer.json ? `${writer.brackets(model, [], "", chance(dice, 0.7))}\n` : `${writer.block(model, [], 0).replace(/^\n/, "")}\n`;
  let text = body;
  if (!writer.json && chance(dice, 0.15)) text = `--- # start\n${text}`;
  if (!writer.json && chance(dice, 0.15)) text = `${text}---\nOther: 1\n`;
  if (chance(dice, 0.2)) text = text.replace(/\n$/, "");
  if (chance(dice, 0.2)) text = text.replaceAll("\n", "\r\n");
  if (chance(dice, 0.15)) text = `\uFEFF${text}`;
  return { text, comments: writer.comments };
}

/** Writes a model in a style that the dice choose once (indentation, dashes, commas) or each time (brackets, quotes, comments). */
class Writer {
  readonly comments: Comment[] = [];
  readonly json: boolean;
  readonly #dice: Dice;
  readonly #unit: number;
  readonly #dashes: boolean;
  readonly #tabs: boolean;
  readonly #commented: boolean;
  readonly #lastComma: boolean;

  constructor(dice: Dice, json: boolean) {
    this.#dice = dice;
    this.json = json;
    this.#unit = pick(dice, [2, 2, 4]);
    this.#dashes = chance(dice, 0.5);
    this.#tabs = json && chance(dice, 0.3);
    this.#commented = chance(dice, json ? 0.3 : 0.7);
    this.#lastComma = chance(dice, 0.3) && this.#commented;
  }

  /** A block map or list, each line with its line end before it. */
  block(value: Json, path: Path, column: number): string {
    const pad = `\n${" ".repeat(column)}`;
    if (Array.isArray(value))
      return value.map((item: Json, index) => this.#above([...path, index], pad, "#") + pad + this.#item(item, [...path, index], column)).join("");
    return Object.entries(value as object)
      .map(([key, inner]: [string, Json]) => {
        const own = [...path, key];
        const gap = column === this.#unit && path.length === 1 && this.#chance(0.3) ? "\n" : "";
        return `${gap}${this.#above(own, pad, "#")}${pad}${this.#key(key)}:${this.#behindColon(inner, own, column)}`;
      })
      .join("");
  }

  /** A value in brackets; on several lines, `margin` stands before the one that closes. */
  brackets(value: Json, path: Path, margin: string, laidOut: boolean): string {
    if (typeof value !== "object" || value === null) return this.#scalar(value, "flow");
    const isList = Array.isArray(value);
    const entries: readonly (readonly [string | number, Json])[] = isList ? value.map((item: Json, index) => [index, item]) : Object.entries(value);
    const [open, close] = isList ? "[]" : "{}";
    const spread = laidOut && entries.length > 0;
    const deeper = spread ? margin + (this.#tabs ? "\t" : " ".repeat(this.#unit)) : margin;
    const parts = entries.map(([key, inner], index) => {
      const own = [...path, key];
      const name = typeof key === "string" ? `${this.json ? JSON.stringify(key) : this.#key(key)}: ` : "";
      const comma = index < entries.length - 1 || (spread && this.#lastComma) ? "," : "";
      const text = `${name}${this.brackets(inner, own, deeper, spread && this.#chance(0.6))}${comma}`;
      if (!spread) return text;
      return `${this.#above(own, `\n${deeper}`, this.json ? "//" : "#")}\n${deeper}${text}${this.#behind(own, this.json ? "//" : "#")}`;
    });
    return spread ? `${open}${parts.join("")}\n${margin}${close}` : `${open}${parts.join(" ")}${close}`;
  }

  #chance(of: number): boolean {
    return chance(this.#dice, of);
  }

  #behindColon(value: Json, path: Path, column: number): string {
    if (typeof value !== "object" || value === null) return ` ${this.#scalarOrBlock(value, path, column)}`;
    if (this.#chance(path.length > 3 ? 0.25 : 0)) return ` ${this.brackets(value, path, " ".repeat(column), this.#chance(0.3))}${this.#behind(path, "#")}`;
    const deeper = Array.isArray(value) && !this.#dashes ? column : column + this.#unit;
    return this.#behind(path, "#") + this.block(value, path, deeper);
  }

  #item(value: Json, path: Path, column: number): string {
    if (typeof value !== "object" || value === null) return `- ${this.#scalar(value, "block")}${this.#behind(path, "#")}`;
    if (this.#chance(0.3)) return `- ${this.brackets(value, path, " ".repeat(column), false)}${this.#behind(path, "#")}`;
    const commented = this.#commentedInside(value, path, column + 2);
    return `- ${commented.trimStart()}`;
  }

  /** The first line of an item stands behind its dash, so no comment can be above it. */
  #commentedInside(value: Json, path: Path, column: number): string {
    const known = this.comments.length;
    for (;;) {
      const text = this.block(value, path, column);
      if (!text.trimStart().startsWith("#")) return text;
      this.comments.length = known;
    }
  }

  #scalarOrBlock(value: Json, path: Path, column: number): string {
    if (typeof value === "string" && value.endsWith("\n")) {
      const pad = `\n${" ".repeat(column + this.#unit)}`;
      return `|${this.#behind(path, "#")}${value
        .trimEnd()
        .split("\n")
        .map((line) => pad + line)
        .join("")}`;
    }
    return `${this.#scalar(value, "block")}${this.#behind(path, "#")}`;
  }

  #scalar(value: Json, around: "flow" | "block"): string {
    if (typeof value !== "string" || this.json) return JSON.stringify(value);
    const plain = /^[A-Za-zäß][\w äß]*$/.test(value) && !/^(?:yes|on|true|false)$/.test(value) && (around === "block" || !/[,[\]{}]/.test(value));
    if (plain && this.#chance(0.7)) return value;
    return !/[\n\\]/.test(value) && this.#chance(0.5) ? `'${value.replaceAll("'", "''")}'` : JSON.stringify(value);
  }

  #key(key: string): string {
    return /^[A-Za-zößä ]+$/.test(key) && key !== "on" && this.#chance(0.8) ? key : JSON.stringify(key);
  }

  #above(path: Path, pad: string, sign: string): string {
    return this.#commented && this.#chance(0.15) ? `${pad}${this.#comment(path, sign)}` : "";
  }

  #behind(path: Path, sign: string): string {
    return this.#commented && this.#chance(0.15) ? ` ${this.#comment(path, sign)}` : "";
  }

  #comment(path: Path, sign: string): string {
    const text = `${sign} c${this.comments.length}.`;
    this.comments.push({ text, path });
    return text;
  }
}
