/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDate(text: unknown): text is string {
  if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  // Some engines take 30 February for 2 March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Whether a day has passed. What holds until a day still holds on it. */
export const passed = (until: string | undefined, today: string): boolean => until !== undefined && until < today;
