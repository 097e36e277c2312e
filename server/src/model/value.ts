import type { Place } from "../base/place.ts";

/** Where a value came from. `default` is AWS's own, `absent` stands for a property without any default. */
export type Origin = "literal" | "globals" | "parameter" | "mapping" | "default" | "absent" | "implied";

/**
 * A property as far as it can be known in one world. Its value can't be reached without asking whether it is known:
 * what can't be known from the files is unknown, never absent.
 */
export type Value<T> = Known<T> | Unknown;

export interface Known<T> {
  readonly known: true;
  readonly value: T;
  /** The place that a person would edit: the value itself, or the resource's key where nothing is written. */
  readonly place: Place;
  readonly origin: Origin;
  /** Canonical name of the property, the aspect of findings that point here. */
  readonly aspect: string;
}

export interface Unknown {
  readonly known: false;
  readonly reason: string;
  readonly place?: Place;
}

export const unknown = (reason: string, place?: Place): Unknown => (place ? { known: false, reason, place } : { known: false, reason });

/** Whether something is an unknown and not what was asked for. */
export const isUnknown = (of: unknown): of is Unknown => typeof of === "object" && of !== null && (of as { known?: unknown }).known === false;

/** Whether the value stands in the files, rather than being a default or absent. */
export const written = (value: Known<unknown>): boolean => value.origin !== "default" && value.origin !== "absent" && value.origin !== "implied";

/** The result of `Ref` or `Fn::GetAtt` on a resource or pseudo parameter. */
export interface Reference {
  readonly is: "reference";
  readonly id: string;
  /** Absent for `Ref`. */
  readonly attribute?: string;
}

/** Text with parts that only deployment knows. */
export interface Text {
  readonly is: "text";
  readonly parts: readonly (string | Reference | Unknown)[];
}

export type Term = string | number | boolean | null | Reference | Text;

export const isReference = (term: unknown): term is Reference => typeof term === "object" && term !== null && (term as { is?: unknown }).is === "reference";
export const isText = (term: unknown): term is Text => typeof term === "object" && term !== null && (term as { is?: unknown }).is === "text";

/** The parts of a term: one for plain text, several for a `Sub`. */
export function partsOf(term: Term): readonly (string | Reference | Unknown)[] {
  if (isText(term)) return term.parts;
  return [isReference(term) ? term : String(term)];
}

/** A reader's spelling: references as `${Id}` or `${Id.Attribute}`, unknown parts as `…`. */
export function spelled(term: Term): string {
  return partsOf(term)
    .map((part) => (typeof part === "string" ? part : isReference(part) ? `\${${part.id}${part.attribute ? `.${part.attribute}` : ""}}` : "…"))
    .join("");
}
