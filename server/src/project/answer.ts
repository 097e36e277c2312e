import type { Unknown } from "../model/value.ts";

/** What was found out about files, or why not: a `Value` without a place, for what no finding points at. */
export type Answer<T> = { readonly known: true; readonly value: T } | Unknown;

export const answer = <T>(value: T): Answer<T> => ({ known: true, value });
