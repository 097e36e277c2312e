const UNITS = [
  [86_400, "day"],
  [3600, "hour"],
  [60, "minute"],
  [1, "second"],
] as const;

/** A number of seconds as people say it, in the largest unit that counts it whole: `4 days`, `36 hours`, `1 minute`. */
export function spelledDuration(seconds: number): string {
  const [size, unit] = UNITS.find(([each]) => seconds !== 0 && seconds % each === 0) ?? ([1, "second"] as const);
  const count = seconds / size;
  return `${count.toLocaleString("en-US")} ${unit}${count === 1 ? "" : "s"}`;
}
