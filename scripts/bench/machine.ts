import { parseDocument } from "yaml";
import { median } from "./rows.ts";
import type { Template } from "./templates.ts";

/**
 * Milliseconds of one warm `yaml` parse of the text on the machine for which the goals are set: two cores, Node 20.20, nothing
 * else running. The made-up text is of the same size, and takes as much longer as it does elsewhere.
 */
const REFERENCE = { real: 110, madeUp: 235 } as const;

const WARM_UP = 6;
const ROUNDS = 3;

/** How slow this machine is just now: 1 for the one that the goals are set for, or a faster one, 2 for one that takes twice as long. */
export type Machine = () => number;

/** Parses the largest template once more whenever it is asked, since other work on a machine comes and goes. */
export function machineBy({ text }: Template, made: keyof typeof REFERENCE): Machine {
  for (let round = 0; round < WARM_UP; round += 1) parsing(text);
  return () => Math.max(1, median(Array.from({ length: ROUNDS }, () => parsing(text))) / REFERENCE[made]);
}

/** The milliseconds of one parse. */
export function parsing(text: string): number {
  const started = performance.now();
  parseDocument(text, { logLevel: "silent", prettyErrors: false });
  return performance.now() - started;
}
