import { parse } from "jsonc-parser";

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** Settings beyond this length are nobody's handwriting, and not worth the time. */
const LONGEST = 500_000;

/** The object that a text says, comments and trailing commas allowed; what is broken is left out. Undefined for anything else. */
export function jsonObject(text: string | undefined): JsonObject | undefined {
  if (text === undefined || text.length > LONGEST) return undefined;
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
