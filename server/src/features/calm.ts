import type { Reported, Review } from "../engine/reported.ts";

/**
 * The findings of a review without those about a value that is being typed just now: `Timeout: 9` is no finding yet if it
 * may become `Timeout: 900`. What was shown before stays as long as it is true.
 * @param typedAt where the last letter was typed, an offset in the text; undefined when nobody is typing
 * @param before fingerprints of the findings that are shown
 */
export function calmed({ findings }: Review, typedAt: number | undefined, before: ReadonlySet<string>): readonly Reported[] {
  if (typedAt === undefined) return findings;
  return findings.filter(({ span, fingerprint }) => before.has(fingerprint) || typedAt < span.start || typedAt > span.end);
}
