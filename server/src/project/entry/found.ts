import { type Known, unknown, type Value } from "../../model/value.ts";
import type { ProjectFiles } from "../files.ts";
import { codeAt, grammarOf, needsCompiling } from "../source.ts";
import type { FoundEntry } from "./entry-of.ts";
import type { Named } from "./handler.ts";

/** The entry in a file; undefined where the file went away. Made from another file, its source is what a build translates. */
export function foundIn(
  files: ProjectFiles,
  uri: string,
  { exportName }: Named,
  roots: readonly string[],
  at: Known<unknown>,
  how: { readonly built: boolean } = { built: false },
): Value<FoundEntry> | undefined {
  const grammar = grammarOf(uri);
  if (!grammar) return undefined;
  const text = codeAt(files, uri);
  if (!text.known) return unknown(text.reason, at.place);
  if (text.value === undefined) return undefined;
  const source = { place: { uri, path: undefined, part: "value" }, text: text.value, grammar } as const;
  return { ...at, value: { is: "entry", entry: { source, exportName, roots, built: how.built || needsCompiling(uri) } } };
}
