import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { upToThree, withWhere } from "../../engine/message.ts";
import { claimantsAbove } from "../../engine/owners.ts";
import { apply, emptySnapshot, type Snapshot } from "../../engine/snapshot.ts";
import type { Entry } from "../../features/report/report.ts";
import { grammarOf } from "../../project/source.ts";
import { readFileNow } from "../node/files.ts";
import type { FileResult } from "./file-reviewer.ts";

/** Whether a path is that of code and no template. */
export const isCode = (path: string): boolean => grammarOf(path) !== undefined;

/**
 * The templates in the folder of a file with code, and in those above it, that may have it behind a function.
 * @param path absolute
 * @param workspace the folder beyond which nothing is looked for, absolute
 */
export function templatesAbove(path: string, workspace: string): readonly string[] {
  const uri = pathToFileURL(path).href;
  let snapshot: Snapshot = { ...emptySnapshot(""), folders: [pathToFileURL(join(workspace, "x")).href.slice(0, -2)] };
  for (;;) {
    const { templates, wanted } = claimantsAbove(snapshot, uri);
    if (wanted.length === 0) return templates.map((each) => fileURLToPath(each));
    snapshot = apply(snapshot, ...wanted.map((each) => ({ uri: each, file: readFileNow(each) })));
  }
}

/** A result of one template, by the name of its file. */
export type Named = FileResult & { readonly file: string };

/**
 * For each result, the findings in code that it is the first to tell. What several templates say of the same place is said once, and what only some
 * of those say that have the code names them.
 */
export function codeFindings(results: readonly Named[]): ReadonlyMap<Named, readonly Entry[]> {
  const said = new Map<string, [Said, ...Said[]]>();
  for (const result of results) {
    for (const entry of result.inCode) {
      const { start, end } = entry.range;
      const key = [entry.file, entry.rule, start.line, start.character, end.line, end.character].join("\n");
      const there = said.get(key);
      if (there) there.push({ result, entry });
      else said.set(key, [{ result, entry }]);
    }
  }
  const first = new Map<Named, Entry[]>();
  for (const group of said.values()) {
    const { result } = group[0];
    first.set(result, [...(first.get(result) ?? []), saidOnce(group, results)]);
  }
  return first;
}

interface Said {
  readonly result: Named;
  readonly entry: Entry;
}

function saidOnce(group: readonly [Said, ...Said[]], results: readonly Named[]): Entry {
  const [{ entry }] = group;
  const by = new Set(group.map(({ result }) => result));
  const owners = results.filter(({ code }) => code.includes(entry.file));
  if (owners.every((owner) => by.has(owner))) return entry;
  return { ...entry, message: withWhere(entry.message, `in ${upToThree([...by].map(({ file }) => file))}`) };
}
