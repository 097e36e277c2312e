import type { Code, Statement } from "../../model/code/code.ts";
import type { Reading } from "./reading.ts";

/** One test of a chain, with what is done if it is the first that holds. */
export interface Link {
  readonly test: Code;
  readonly body: readonly Statement[];
  readonly start: number;
}

/** What stands in a row in the text and is nested here, each in the one before, is left out behind this many, so that nobody has to recurse deeper. */
export const MOST_LINKS = 300;

/** A chain as branches, each in the `otherwise` of the one before. */
export function chain(reading: Reading, links: readonly Link[], last: readonly Statement[], end: number): readonly Statement[] {
  const beyond = links[MOST_LINKS];
  if (beyond) reading.broken.push({ start: beyond.start, end });
  return links.slice(0, MOST_LINKS).reduceRight<readonly Statement[]>((otherwise, link) => [branch(link, otherwise, end)], last);
}

function branch({ test, body, start }: Link, otherwise: readonly Statement[], end: number): Statement {
  // biome-ignore lint/suspicious/noThenProperty: it is the name in the model, and nobody awaits a statement.
  return { do: "branch", test, then: body, otherwise, at: { start, end } };
}
