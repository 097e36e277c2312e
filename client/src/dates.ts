/** Days, as decisions write them. */

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What is wrong with an end date; nothing with an empty one. */
export function problemOfEnd(text: string, today: string): string | undefined {
  if (text === "") return undefined;
  const exists = DATE.test(text) && !Number.isNaN(Date.parse(text)) && isoDate(new Date(`${text}T00:00`)) === text;
  if (!exists) return "Please write the day as YYYY-MM-DD.";
  return text < today ? "This day is over." : undefined;
}

/** The same day of a later month; its last day where that month is shorter. */
export function monthsFrom(start: Date, months: number): Date {
  const lastDay = new Date(start.getFullYear(), start.getMonth() + months + 1, 0).getDate();
  return new Date(start.getFullYear(), start.getMonth() + months, Math.min(start.getDate(), lastDay));
}

/** `YYYY-MM-DD` of the user's own day. */
export function isoDate(date: Date): string {
  const twoDigits = (value: number) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}
