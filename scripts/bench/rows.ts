/** One thing that was measured. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  /** What it should be; absent for numbers that only explain others. */
  readonly goal?: string;
  readonly met?: boolean;
  readonly note?: string;
}

export function row(what: string, measured: number, unit: string, most?: number): Row {
  const shown = `${measured < 10 ? measured.toFixed(1) : Math.round(measured)} ${unit}`;
  return most === undefined ? { what, measured: shown } : { what, measured: shown, goal: `≤ ${most} ${unit}`, met: measured <= most };
}

export function print({ what, measured, goal, met, note }: Row): void {
  const sign = met === undefined ? " " : met ? "✔" : "✖";
  console.log(`${sign} ${what.padEnd(84)} ${measured.padStart(12)}${goal === undefined ? "" : `   goal ${goal}`}${note === undefined ? "" : `   ${note}`}`);
}

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
