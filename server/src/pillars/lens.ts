import type { PillarId } from "./pillars.ts";

/** The questions of the Serverless Applications Lens (edition of 2022-07-14), which has questions where the framework has practices. */
export type LensId = "OPS 1" | "OPS 2" | "SEC 1" | "SEC 2" | "SEC 3" | "REL 1" | "REL 2" | "PERF 1" | "COST 1";

export interface LensQuestion {
  readonly id: LensId;
  readonly pillar: PillarId;
  readonly title: string;
  readonly url: string;
}

const question = (id: LensId, pillar: PillarId, title: string): LensQuestion => ({
  id,
  pillar,
  title,
  url: `https://wa.aws.amazon.com/serv.question.${id.replace(" ", "_")}.en.html`,
});

/**
 * Looked up on 2026-11-24. REL 1 was read on its own page; of the other eight, numbers and subjects were seen in AWS's reviews of its own samples, which put
 * some of them in other words. The lens has no question on sustainability.
 */
export const LENS: readonly LensQuestion[] = [
  question("OPS 1", "operational-excellence", "How do you understand the health of your serverless application?"),
  question("OPS 2", "operational-excellence", "How do you approach application lifecycle management?"),
  question("SEC 1", "security", "How do you control access to your serverless API?"),
  question("SEC 2", "security", "How do you manage your serverless application's security boundaries?"),
  question("SEC 3", "security", "How do you implement application security in your workload?"),
  question("REL 1", "reliability", "How do you regulate inbound request rates?"),
  question("REL 2", "reliability", "How do you build resiliency into your serverless application?"),
  question("PERF 1", "performance-efficiency", "How do you optimize your serverless application's performance?"),
  question("COST 1", "cost-optimization", "How do you optimize your serverless application's costs?"),
];

const BY_ID: ReadonlyMap<LensId, LensQuestion> = new Map(LENS.map((each) => [each.id, each]));

/** Looks a question up. @throws RangeError for an id outside `LensId`, which only a cast can bring here. */
export function lensQuestion(id: LensId): LensQuestion {
  const found = BY_ID.get(id);
  if (!found) throw new RangeError(`The Serverless Lens has no question "${id}".`);
  return found;
}
