/** The day on which the program runs, where it runs: `YYYY-MM-DD`. */
export function todayHere(now: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
