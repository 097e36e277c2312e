/** Whoever waits no longer than this needs no line about it, in milliseconds. */
const PATIENCE = 1000;
const INTERVAL = 100;

/** Tells how many of `total` files are done, from a second on; `undefined` ends it and clears the line. */
export function progress(tell: ((line: string) => void) | undefined, total: number): (done: number | undefined) => void {
  let next = performance.now() + PATIENCE;
  let shown = false;
  return (done) => {
    if (!tell) return;
    if (done === undefined) {
      if (shown) tell("");
    } else if (performance.now() >= next) {
      next = performance.now() + INTERVAL;
      shown = true;
      tell(`Reviewing: ${done} of ${total} files`);
    }
  };
}
