const CONTEXT = 2;

/** What changed between two texts, line by line: `-` for old lines, `+` for new ones. */
export function diff(before: string, after: string): string {
  const [old, now] = [before.split("\n"), after.split("\n")];
  let head = 0;
  while (head < Math.min(old.length, now.length) && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const changes = aligned(old.slice(head, old.length - tail), now.slice(head, now.length - tail), head);
  const context = (lines: readonly string[], from: number) => lines.map((line, index) => ({ sign: " ", line, number: from + index }));
  const from = Math.max(0, head - CONTEXT);
  const all = [...context(old.slice(from, head), from), ...changes, ...context(old.slice(old.length - tail, old.length - tail + CONTEXT), old.length - tail)];
  return near(all)
    .map(({ sign, line }) => `${sign} ${line.trimEnd()}`)
    .join("\n");
}

interface Change {
  readonly sign: string;
  readonly line: string;
  readonly number: number;
}

/** The longest lines in common stay; quadratic, for the few hundred lines between two edits. */
function aligned(old: readonly string[], now: readonly string[], from: number): readonly Change[] {
  if (old.length * now.length > 4_000_000) return [...signed("-", old, from), ...signed("+", now, from)];
  const common = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1));
  const at = (a: number, b: number): number => common[a]?.[b] ?? 0;
  for (let a = old.length - 1; a >= 0; a -= 1) {
    const row = common[a];
    for (let b = now.length - 1; row && b >= 0; b -= 1) row[b] = old[a] === now[b] ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1));
  }
  const changes: Change[] = [];
  for (let a = 0, b = 0; a < old.length || b < now.length; ) {
    const [left, right] = [old[a], now[b]];
    if (left !== undefined && left === right) {
      changes.push({ sign: " ", line: left, number: from + a });
      a += 1;
      b += 1;
    } else if (left !== undefined && (right === undefined || at(a + 1, b) >= at(a, b + 1))) {
      changes.push({ sign: "-", line: left, number: from + a });
      a += 1;
    } else {
      changes.push({ sign: "+", line: right ?? "", number: from + a });
      b += 1;
    }
  }
  return changes;
}

const signed = (sign: string, lines: readonly string[], from: number): readonly Change[] => lines.map((line, index) => ({ sign, line, number: from + index }));

/** Only what is near a change; a line of dots stands for what was left out. */
function near(changes: readonly Change[]): readonly Change[] {
  const kept = changes.map((_, index) => changes.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ sign }) => sign !== " "));
  return changes.flatMap((change, index) => {
    if (kept[index]) return [change];
    return kept[index - 1] ? [{ sign: " ", line: "…", number: change.number }] : [];
  });
}
