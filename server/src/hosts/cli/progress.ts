/** Whoever waits no longer than this needs no line about it, in milliseconds. */
const PATIENCE = 1000;
const INTERVAL = 100;

export interface Progress {
  /** So many files are done. */
  readonly tell: (done: number) => void;
  /** All are; the line goes away. */
  readonly done: () => void;
}

/** Tells how many of `total` files are done, from a second on. */
export function progress(line: ((text: string) => void) | undefined, total: number): Progress {
  let next = performance.now() + PATIENCE;
  let shown = false;
  return {
    tell(done) {
      if (!line || performance.now() < next) return;
      next = performance.now() + INTERVAL;
      shown = true;
      line(`Reviewing: ${done} of ${total} files`);
    },
    done() {
      if (shown) line?.("");
    },
  };
}
