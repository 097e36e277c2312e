import { type Known, unknown, type Value } from "../../model/value.ts";
import type { ProjectFiles } from "../files.ts";
import { codeAt, grammarOf, needsCompiling } from "../source.ts";
import type { FoundEntry } from "./entry-of.ts";

/** A file that a handler was followed to. */
export interface Followed {
  readonly uri: string;
  readonly exportName: string;
  readonly roots: readonly string[];
  /** Whether it was followed through a build. */
  readonly built: boolean;
}

/** The entry in a file, at the value that names it; undefined for what is no code, or went away meanwhile. */
export function foundIn(files: ProjectFiles, { uri, exportName, roots, built }: Followed, at: Known<unknown>): Value<FoundEntry> | undefined {
  const grammar = grammarOf(uri);
  if (!grammar) return undefined;
  const text = codeAt(files, uri);
  if (!text.known) return unknown(text.reason, at.place);
  if (text.value === undefined) return undefined;
  const source = { place: { uri, path: undefined, part: "value" }, text: text.value, grammar } as const;
  return { ...at, value: { is: "entry", entry: { source, exportName, roots, built: built || needsCompiling(uri) } } };
}
