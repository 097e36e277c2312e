import type { FileReading } from "../node/files.ts";
import type { FileResult, FileReviewer } from "./file-reviewer.ts";

/** Files are read ahead by this many, so that the disk works while templates are reviewed. */
const AHEAD = 4;

/** Hands out the next file that nobody has taken, by its index; at least the number of files when all are taken. */
export type Claim = () => number;

/** A counter that threads share: whoever is free takes the next file, so that none waits for another's long one. */
export function claimFrom(counter: SharedArrayBuffer): Claim {
  const cell = new Int32Array(counter);
  return () => Atomics.add(cell, 0, 1);
}

export interface Share {
  /** Results by the index of their file. */
  readonly results: ReadonlyMap<number, FileResult>;
  /** Address → text. */
  readonly projectFiles: ReadonlyMap<string, string>;
}

/** Reviews whatever can be claimed of `files`. */
export async function reviewShare(files: readonly string[], claim: Claim, reviewer: FileReviewer, tell: (done: number) => void): Promise<Share> {
  const results = new Map<number, FileResult>();
  const ahead: { readonly index: number; readonly path: string; readonly reading: Promise<FileReading> }[] = [];
  const take = (): void => {
    const index = claim();
    const path = files[index];
    if (path !== undefined) ahead.push({ index, path, reading: reviewer.read(path) });
  };
  for (let count = 0; count < AHEAD; count += 1) take();
  for (let next = ahead.shift(); next; next = ahead.shift()) {
    take();
    results.set(next.index, await reviewer.review(next.path, await next.reading));
    tell(next.index + 1);
  }
  return { results, projectFiles: reviewer.projectFiles };
}
