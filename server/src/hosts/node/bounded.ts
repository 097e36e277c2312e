/** Runs at most `limit` pieces of work at a time, in the order in which they are handed in. */
export function bounded(limit: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= limit) await new Promise<void>((go) => waiting.push(go));
    else running += 1;
    try {
      return await work();
    } finally {
      // The place is handed on, so that nobody who comes later slips in.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
