import type { KindName } from "../kinds/index.ts";

/** What messages call kinds whose name is no English word. */
const NOUNS: Readonly<Partial<Record<KindName, string>>> = {
  eventBus: "event bus",
  stateMachine: "state machine",
  deliveryStream: "delivery stream",
  configurationParameter: "parameter",
  logGroup: "log group",
  userPool: "user pool",
  graphqlApi: "GraphQL API",
  searchDomain: "search domain",
};

/** The English noun of a kind: `log group` for `logGroup`. */
export const nounOf = (kind: KindName): string => NOUNS[kind] ?? kind;

/** Whether words leave room in a line for what stands around them. */
export const isShort = (...words: readonly string[]): boolean => words.join(" ").length <= SHORT;

const SHORT = 56;

/** `A`, `A and B`, or how many: `3 tables`. */
export function named(names: readonly string[], noun: string): string {
  return names.length > 2 ? `${names.length} ${noun}s` : names.join(" and ");
}

/** A message is one line: names that are longer are left out where a shorter word says enough. Characters. */
const LONGEST_NAME = 27;

export const fitsMessage = (name: string): boolean => name.length <= LONGEST_NAME;
