import { deepStrictEqual, ok } from "node:assert";
import { applyEdits } from "../../../server/src/base/span.ts";
import type { NodeEdit } from "../../../server/src/syntax/edit.ts";
import { read } from "../../../server/src/syntax/read.ts";
import { write } from "../../../server/src/syntax/write.ts";
import { plainTree } from "./plain.ts";
import { type Comment, type Dice, diceOf, type Json, type Path, pick, randomModel, randomValue, written } from "./random-template.ts";

/** More of them are tried when PILLAR_HINTS_FUZZ says how many; PILLAR_HINTS_SEED is the first one's seed. */
const RUNS = Number(process.env.PILLAR_HINTS_FUZZ ?? 150);
const SEED = Number(process.env.PILLAR_HINTS_SEED ?? 1);

describe("several edits of a random template in one call", () => {
  it("do what they say, keep all comments, and leave everything else as it was", function () {
    this.timeout(60_000 + RUNS * 100);
    let refused = 0;
    for (let seed = SEED; seed < SEED + RUNS; seed += 1) if (!holds(seed)) refused += 1;
    ok(refused <= RUNS / 10, `${refused} of ${RUNS} were refused`);
  });
});

/** False where the edits were refused, which they may be now and then. */
function holds(seed: number): boolean {
  const dice = diceOf(seed);
  const model = randomModel(dice);
  const { text, comments } = written(dice, model);
  const edits = randomEdits(dice, model);
  const tree = read(text);
  const about = () => `seed ${seed}: ${JSON.stringify(edits)}\n${text}`;
  deepStrictEqual([tree.problems, plainTree(tree)], [[], model], about());
  const made = write(tree, edits);
  if ("cannot" in made) return false;
  const after = applyEdits(text, made.edits);
  const result = read(after);
  const told = () => `${about()}\n=== became\n${after}`;
  deepStrictEqual([result.problems, withoutEmpty(plainTree(result) as Json)], [[], withoutEmpty(applied(model, edits))], told());
  for (const comment of comments) if (mustStay(comment, model, edits)) ok(after.includes(comment.text), `lost ${comment.text} in ${told()}`);
  for (const id of Object.keys(model.Resources)) {
    if (edits.some(({ path }) => path[0] === "Resources" && path[1] === id)) continue;
    for (const line of linesOf(text, id)) ok(after.includes(line), `lost ${JSON.stringify(line)} in ${told()}`);
  }
  return true;
}

/** One to five edits that leave each other alone: none replaces or removes what another one is about. */
function randomEdits(dice: Dice, model: Json): readonly NodeEdit[] {
  const paths = pathsOf(model).filter((path) => path[0] === "Resources" && path.length > 1);
  const edits: NodeEdit[] = [];
  const count = 1 + Math.floor(dice() * 5);
  for (let tried = 0; tried < 20 && edits.length < count; tried += 1) {
    const edit = randomEdit(dice, model, pick(dice, paths), tried);
    if (edit && edits.every((other) => !disturbs(model, edit, other) && !disturbs(model, other, edit))) edits.push(edit);
  }
  return edits;
}

function randomEdit(dice: Dice, model: Json, path: Path, ordinal: number): NodeEdit | undefined {
  const there = valueAt(model, path);
  const roll = dice();
  if (roll < 0.3) return { op: "set", path, value: path.length === 2 ? { Type: "AWS::SNS::Topic" } : randomValue(dice, 2) };
  if (roll < 0.45) return { op: "remove", path };
  if (roll < 0.55) return typeof path.at(-1) === "string" ? { op: "rename", path, to: `New${ordinal}` } : undefined;
  if (Array.isArray(there)) return { op: "append", path, value: randomValue(dice, 2) };
  if (!isMap(there)) return undefined;
  const below = dice() < 0.2 ? [`New${ordinal}`, "Inner"] : [`New${ordinal}`];
  const after = pick(dice, Object.keys(there));
  return { op: "set", path: [...path, ...below], value: randomValue(dice, 2), ...(dice() < 0.3 && below.length === 1 ? { after } : {}) };
}

/** Whether the first edit replaces or removes what the second one is about. */
function disturbs(model: Json, first: NodeEdit, second: NodeEdit): boolean {
  if (first.op === "rename") return second.op === "rename" && same(first.path, second.path);
  const replaces = first.op === "remove" || (first.op === "set" && valueAt(model, first.path) !== undefined);
  if (!replaces) return false;
  return startsWith(second.path, first.path);
}

function applied(model: Json, edits: readonly NodeEdit[]): Json {
  const next = structuredClone(model) as Json;
  const sets = edits.filter((edit) => edit.op === "set" || edit.op === "append");
  const removals = edits.filter(({ op }) => op === "remove").sort((a, b) => Number(b.path.at(-1)) - Number(a.path.at(-1)) || 0);
  const renames = edits.filter(({ op }) => op === "rename").sort((a, b) => b.path.length - a.path.length);
  for (const edit of sets) {
    if (edit.op === "append") (valueAt(next, edit.path) as Json[]).push(edit.value as Json);
    else if (edit.op === "set") put(next, edit.path, edit.value as Json);
  }
  // A renamed key keeps its old name until the paths of all others were used.
  const marked = renames.map((edit) => ({ edit, parent: valueAt(next, edit.path.slice(0, -1)) as Record<string, Json> }));
  const gone = removals.map(({ path }) => ({ parent: valueAt(next, path.slice(0, -1)) as Record<string, Json> & Json[], key: path.at(-1) ?? "" }));
  for (const { parent, key } of gone.sort((a, b) => Number(b.key) - Number(a.key) || 0)) {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete parent[String(key)];
  }
  for (const { edit, parent } of marked) {
    const key = String(edit.path.at(-1));
    if (edit.op === "rename") parent[edit.to] = parent[key] ?? null;
    delete parent[key];
  }
  return next;
}

function put(model: Json, path: Path, value: Json): void {
  let at = model as Record<string, Json>;
  for (const step of path.slice(0, -1)) {
    at[String(step)] ??= {};
    at = at[String(step)] as Record<string, Json>;
  }
  at[String(path.at(-1))] = value;
}

/** What goes when it becomes empty is no difference. */
function withoutEmpty(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutEmpty).filter((item) => !isEmpty(item));
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]): [string, Json] => [key, withoutEmpty(inner)])
      .filter(([, inner]) => !isEmpty(inner)),
  );
}

/** A comment stays unless what it is about goes, or stands in what is replaced. */
function mustStay({ path }: Comment, model: Json, edits: readonly NodeEdit[]): boolean {
  const replaced = edits.some(
    (edit) => edit.op === "set" && path.length > edit.path.length && startsWith(path, edit.path) && valueAt(model, edit.path) !== undefined,
  );
  return !replaced && !isGone(path, model, edits);
}

function isGone(path: Path, model: Json, edits: readonly NodeEdit[]): boolean {
  if (edits.some((edit) => edit.op === "remove" && startsWith(path, edit.path))) return true;
  const value = valueAt(model, path);
  if (typeof value !== "object" || value === null) return false;
  return Object.keys(value).every((key) => isGone([...path, Array.isArray(value) ? Number(key) : key], model, edits));
}

function pathsOf(value: Json, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const isList = Array.isArray(value);
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner as Json, [...path, isList ? Number(key) : key]))];
}

/** The lines that only this resource has. */
function linesOf(text: string, id: string): readonly string[] {
  const line = text.split(/\r?\n/).find((each) => new RegExp(`^\\s*"?${id}"?:`).test(each));
  return line === undefined ? [] : [line.replace(/,$/, "")];
}

const valueAt = (model: Json, path: Path): Json | undefined =>
  path.reduce<Json | undefined>((at, step) => (typeof at === "object" && at !== null ? (at as Record<string, Json>)[String(step)] : undefined), model);

const isMap = (value: Json | undefined): value is { readonly [key: string]: Json } => typeof value === "object" && value !== null && !Array.isArray(value);
const isEmpty = (value: Json): boolean => typeof value === "object" && value !== null && Object.keys(value).length === 0;
const startsWith = (path: Path, start: Path): boolean => start.every((step, index) => String(step) === String(path[index]));
const same = (a: Path, b: Path): boolean => a.length === b.length && startsWith(a, b);
