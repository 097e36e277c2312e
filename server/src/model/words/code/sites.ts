import type { Place } from "../../../base/place.ts";

interface Site {
  readonly place: Place;
  readonly circumstances: { readonly perInvocation: boolean };
}

/** Where something stands in the code, as one word. */
export const siteOf = ({ uri, within }: Place): string => `${uri} ${within?.start ?? ""} ${within?.end ?? ""}`;

/** Facts about different places: what is reached on several ways counts once, by the first that is worse. */
export function distinct<F extends Site>(facts: readonly F[]): readonly F[] {
  const found = new Map<string, F>();
  for (const fact of facts) {
    const key = siteOf(fact.place);
    const there = found.get(key);
    if (!there || (!there.circumstances.perInvocation && fact.circumstances.perInvocation)) found.set(key, fact);
  }
  return [...found.values()];
}

/** What is done anew for each event, each place once. */
export const perInvocation = <F extends Site>(facts: readonly F[]): readonly F[] => distinct(facts.filter(({ circumstances }) => circumstances.perInvocation));
