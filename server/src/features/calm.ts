import type { Reported, Review } from "../engine/reported.ts";

/** Where somebody is typing. */
export interface Typing {
  readonly uri: string;
  /** Where the last letter was typed, an offset in the text. */
  readonly at: number;
}

/**
 * The findings of a review without those that may be gone with the next letter: those about a value that is being typed, as `Timeout: 9` may become
 * `Timeout: 900`, and while somebody types in another file all that are new in this one. What was shown before stays as long as it is true.
 * @param typing undefined when nobody is typing
 * @param before fingerprints of the findings that are shown
 */
export function calmed({ uri, findings }: Review, typing: Typing | undefined, before: ReadonlySet<string>): readonly Reported[] {
  if (typing === undefined) return findings;
  const settled = ({ span }: Reported) => typing.uri === uri && (typing.at < span.start || typing.at > span.end);
  return findings.filter((finding) => before.has(finding.fingerprint) || settled(finding));
}
