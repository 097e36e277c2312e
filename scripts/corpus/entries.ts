import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../generate/root.ts";

/** A collection of real templates that stands beside the repository; everything here does without where it is missing. */
export const CORPUS = join(ROOT, "..", "shared", "corpus");

/** One file of the collection, as its index describes it. */
export interface CorpusEntry {
  /** Relative to the collection, forward slashes. */
  readonly path: string;
  readonly kind: string;
  readonly repository: string;
  readonly resources: number;
  readonly lines: number;
  readonly bytes: number;
  readonly flags: readonly string[];
}

/** The files of the collection; undefined where there is none. */
export function corpusEntries(): readonly CorpusEntry[] | undefined {
  const index = join(CORPUS, "INDEX.tsv");
  if (!existsSync(index)) return undefined;
  const [head = "", ...rows] = readFileSync(index, "utf8").trimEnd().split("\n");
  const columns = head.split("\t");
  return rows.map((row) => {
    const cells = row.split("\t");
    const cell = (name: string) => cells[columns.indexOf(name)] ?? "";
    return {
      path: cell("path"),
      kind: cell("kind"),
      repository: cell("source_repo"),
      resources: Number(cell("n_resources")) || 0,
      lines: Number(cell("lines")) || 0,
      bytes: Number(cell("bytes")) || 0,
      flags: cell("flags")
        .split(/[,;\s]+/)
        .filter(Boolean),
    };
  });
}

/** Kinds of files in which nothing may be found: they are no templates of ours. */
export const NO_TEMPLATES: ReadonlySet<string> = new Set(["lookalike", "not-template", "sls-other"]);

/** A number between 0 and 1 that depends on the text alone, to pick samples that stay the same from run to run. */
export function fraction(text: string): number {
  let hash = 2166136261;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
  // Similar texts differ in few bits; these steps spread them.
  hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
  hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
