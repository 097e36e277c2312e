type Cell = string | number;

/** Prints columns; the first is text, the others are numbers. */
export function table(head: readonly string[], body: readonly (readonly Cell[])[]): void {
  const all = [head, ...body.map((row) => row.map(String))];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? "").length)));
  console.log();
  for (const row of all)
    console.log(row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  "));
}

/** Prints lines under a title: what, and how much of it. */
export function rows(title: string, body: readonly (readonly [what: string, count: Cell])[]): void {
  if (body.length === 0) return;
  console.log(`\n${title}`);
  for (const [what, count] of body) console.log(`  ${what}: ${count}`);
}

/** How often each text occurs, the most frequent first. */
export function counted(texts: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}
