import type { FileResult, FileReviewer } from "./file-reviewer.ts";

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
  for (let index = claim(); index < files.length; index = claim()) {
    const path = files[index];
    if (path !== undefined) results.set(index, await reviewer.review(path));
    tell(index + 1);
  }
  return { results, projectFiles: reviewer.projectFiles };
}
