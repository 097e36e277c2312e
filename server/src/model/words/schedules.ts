import type { Resource } from "../resource.ts";
import { unknown, type Value } from "../value.ts";

const UNIT_SECONDS: Readonly<Record<string, number>> = { minute: 60, hour: 3600, day: 86_400 };
const DAY = 86_400;
const HOUR = 3600;

/**
 * About how many seconds lie between two runs of a schedule while it runs: `rate(5 minutes)` 300, a `cron` at 8 o'clock a day. A schedule that runs once
 * is `Infinity`. Undefined for a rule that has only a pattern; unknown for an expression that only deployment knows or that is none.
 */
export function secondsBetweenRuns(of: Resource<"rule" | "schedule">): Value<number | undefined> {
  const expression = of.text("schedule");
  if (!expression.known || expression.value === undefined) return expression.known ? { ...expression, value: undefined } : expression;
  const seconds = secondsOf(expression.value.trim());
  return seconds === undefined ? unknown("its schedule expression was not understood", expression.place) : { ...expression, value: seconds };
}

function secondsOf(expression: string): number | undefined {
  if (/^at\(/i.test(expression)) return Number.POSITIVE_INFINITY;
  const rate = /^rate\(\s*(\d+)\s+(minute|hour|day)s?\s*\)$/i.exec(expression);
  if (rate) return Number(rate[1]) * (UNIT_SECONDS[(rate[2] ?? "").toLowerCase()] ?? Number.NaN);
  const cron = /^cron\(([^)]*)\)$/i.exec(expression)?.[1]?.trim().split(/\s+/);
  if (!cron || cron.length < 5) return undefined;
  const [minutes = "", hours = ""] = cron;
  const perHour = times(minutes, 60);
  const perDay = times(hours, 24);
  if (perHour === undefined || perDay === undefined) return undefined;
  return perHour > 1 ? HOUR / perHour : DAY / perDay;
}

/** How many of `all` values a field of a cron expression names. */
function times(field: string, all: number): number | undefined {
  const counts = field.split(",").map((item) => timesOf(item, all));
  return counts.every((count) => count !== undefined) ? counts.reduce((sum: number, count) => sum + (count ?? 0), 0) : undefined;
}

function timesOf(item: string, all: number): number | undefined {
  const parsed = /^(?:(\*|\?)|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(item);
  if (!parsed) return undefined;
  const [, every, first, last, step] = parsed;
  const from = every ? 0 : Number(first);
  const to = every || (step && !last) ? all - 1 : Number(last ?? first);
  return Math.max(1, Math.ceil((to - from + 1) / Number(step ?? 1)));
}

/** Whether a rule or schedule runs at all; one that is switched off does not. */
export function runs(of: Resource<"rule" | "schedule">): Value<boolean> {
  const state = of.text("state");
  if (!state.known) return state;
  if (state.value === "DISABLED") return { ...state, value: false };
  return of.is("rule") ? of.flag("enabled") : { ...state, value: true };
}
