/** One thing that was measured. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  /** What it should be; absent for numbers that only explain others. */
  readonly goal?: Goal;
  readonly note?: string;
}

interface Goal {
  readonly measured: number;
  readonly most: number;
  readonly unit: Unit;
}

type Unit = "ms" | "s" | "MB" | "%";

/** Slower machines take more time, and no more memory; shares of each other stay as they are. */
const TAKES_TIME: ReadonlySet<Unit> = new Set(["ms", "s"]);

export function row(what: string, measured: number, unit: Unit, most?: number): Row {
  const shown = written(measured, unit);
  return most === undefined ? { what, measured: shown } : { what, measured: shown, goal: { measured, most, unit } };
}

/** A row with its goal judged: times count as what the machine for which the goals are set would take. */
export interface Judged {
  readonly line: string;
  readonly met: boolean | undefined;
}

export function judged({ what, measured, goal, note }: Row, factor: number): Judged {
  const scaled = goal && TAKES_TIME.has(goal.unit) ? goal.measured / factor : goal?.measured;
  const met = goal && scaled !== undefined ? scaled <= goal.most : undefined;
  const cells = [
    `${met === undefined ? " " : met ? "✔" : "✖"} ${what.padEnd(84)} ${measured.padStart(9)}`,
    goal && scaled !== undefined && TAKES_TIME.has(goal.unit) ? `÷ ${factor.toFixed(2)} = ${written(scaled, goal.unit)}` : "",
    goal ? `goal ≤ ${goal.most} ${goal.unit}` : "",
    note ?? "",
  ];
  return { line: cells.filter((cell) => cell !== "").join("   "), met };
}

const written = (number: number, unit: Unit): string => `${number < 10 ? number.toFixed(1) : Math.round(number)} ${unit}`;

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** A template in few words. */
export function label(name: string, text: string): string {
  const short = name.length > 40 ? `…${name.slice(-39)}` : name;
  return `${short} (${Math.round(text.length / 1000)} KB)`;
}
