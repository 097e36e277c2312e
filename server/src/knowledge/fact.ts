/**
 * Something AWS states that a rule may stand on, with the page that states it and the day on which the page was looked up. Looking up means reading a stored
 * copy of the page, a few months old at most: where a newer page differs, it is right and the fact is not.
 */
export interface Fact<Value, Unit extends string = string> {
  readonly value: Value;
  /** What `value` counts: `s`, `ms`, `MB`, `tries`, …; `""` where it counts nothing. */
  readonly unit: Unit;
  /** Address of the page. */
  readonly source: string;
  /** ISO date of the look-up; facts older than a year deserve another look. */
  readonly asOf: string;
}

/**
 * Makes facts of one guide that were read on one day.
 * @param guide address that the page names are relative to
 */
export const factsFrom =
  (guide: string, asOf: string) =>
  <const Value, const Unit extends string>(value: Value, unit: Unit, page: string): Fact<Value, Unit> => ({ value, unit, source: guide + page, asOf });
