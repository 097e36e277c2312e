import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** A committed file that a generator writes; `path` is relative to the root of the repository. */
export interface Generated {
  readonly path: string;
  readonly text: string;
}

/** The root of the repository. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Writes a generator's files when its module is the program that runs, and not when a test imports it. */
export function writeWhenRun(moduleUrl: string, generate: () => readonly Generated[]): void {
  const program = process.argv[1];
  if (program === undefined || pathToFileURL(program).href !== moduleUrl) return;
  writeFiles(generate());
}

export function writeFiles(files: readonly Generated[]): void {
  for (const { path, text } of files) writeFileSync(join(root, path), text);
}
