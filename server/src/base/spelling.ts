/** At most this many letters differ in a name that was meant. */
const TYPO = 2;

/** Whether a name is likely what somebody meant who wrote another one: nearly the same letters, in whatever case. */
export function isTypoOf(name: string, wanted: string): boolean {
  return name !== wanted && Math.abs(name.length - wanted.length) <= TYPO && wanted.length > TYPO && distance(name.toLowerCase(), wanted.toLowerCase()) <= TYPO;
}

/** The only one of some names that somebody could have meant who wrote another one; undefined where there is none, or more than one. */
export function meantBySpelling(wanted: string, names: readonly string[]): string | undefined {
  const [only, ...others] = new Set(names.filter((name) => isTypoOf(name, wanted)));
  return others.length === 0 ? only : undefined;
}

/** How many letters must be put in, left out or replaced to make one text of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [at, letter] of [...a].entries()) {
    const next = [at + 1];
    for (const [index, other] of [...b].entries()) {
      next.push(Math.min((next[index] ?? 0) + 1, (row[index + 1] ?? 0) + 1, (row[index] ?? 0) + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
