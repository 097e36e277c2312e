import { parse } from "jsonc-parser";
import { once } from "../base/memo.ts";
import { type Answer, answer } from "./answer.ts";
import type { ProjectFiles } from "./files.ts";

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** Settings beyond this length are nobody's handwriting, and not worth the time. */
const LONGEST = 500_000;

/** What was read of a workspace's settings: its many imports ask for the same few files. */
const read = once((_files: ProjectFiles) => new Map<string, { readonly text: string; readonly json: JsonObject | undefined }>());

/** The object that a file says; undefined where there is no file, or something else in it. */
export function jsonAt(files: ProjectFiles, uri: string): Answer<JsonObject | undefined> {
  const text = files.text(uri);
  if (!text.known || text.value === undefined) return text as Answer<undefined>;
  const kept = read(files).get(uri);
  if (kept?.text === text.value) return answer(kept.json);
  const json = jsonObject(text.value);
  read(files).set(uri, { text: text.value, json });
  return answer(json);
}

/** The object that a text says, comments and trailing commas allowed; what is broken is left out. Undefined for anything else. */
function jsonObject(text: string): JsonObject | undefined {
  if (text.length > LONGEST) return undefined;
  return asObject(parse(text.replace(/^\uFEFF/, ""), [], { allowTrailingComma: true }) as Json | undefined);
}

export const asObject = (json: Json | undefined): JsonObject | undefined => (isObject(json) ? json : undefined);
export const asText = (json: Json | undefined): string | undefined => (typeof json === "string" ? json : undefined);

/** The texts in a list; a single text counts as a list of one. */
export const asTexts = (json: Json | undefined): readonly string[] =>
  typeof json === "string" ? [json] : isList(json) ? json.filter((item) => typeof item === "string") : [];

/** Every text at any depth, in order: the choices of conditional exports. */
export const textsIn = (json: Json | undefined): readonly string[] =>
  typeof json === "string" ? [json] : isList(json) ? json.flatMap(textsIn) : isObject(json) ? Object.values(json).flatMap(textsIn) : [];

const isList = (json: Json | undefined): json is readonly Json[] => Array.isArray(json);
const isObject = (json: Json | undefined): json is JsonObject => typeof json === "object" && json !== null && !Array.isArray(json);
