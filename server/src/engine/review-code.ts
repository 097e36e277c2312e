import { nameOf, pathBelow } from "../base/address.ts";
import { type Join, joinedIn, missedBehind, reaching } from "./joined.ts";
import { severityRank } from "./merge.ts";
import { upToThree, withWhere } from "./message.ts";
import { type Claimants, claimantsAbove, claimantsElsewhere } from "./owners.ts";
import type { Reported, Review } from "./reported.ts";
import { empty } from "./review.ts";
import type { Snapshot } from "./snapshot.ts";

/** A template with functions whose code reaches a file. */
export interface Owner {
  readonly review: Review;
  readonly joins: readonly Join[];
}

/** What the reviews of its templates say about one file of code. */
export interface CodeReview extends Review {
  readonly owners: readonly Owner[];
  /** The reviews of all templates that may have the file, by what they say of their folders. */
  readonly claimants: readonly Review[];
  /** The review of the template that a finding is from: what its fixes speak of. */
  readonly sources: ReadonlyMap<Reported, Review>;
}

export const isOfCode = (review: Review): review is CodeReview => "owners" in review;

/**
 * What a snapshot lacks of the code behind a review: to read it until nothing is lacking costs far less than to review again for each step that
 * leads from a function to its code.
 */
export function codeMissed(review: Review, snapshot: Snapshot): readonly string[] {
  const templates = isOfCode(review) ? review.claimants : [review];
  return templates.flatMap((each) => {
    const joined = joinedIn(each, snapshot);
    return joined ? missedBehind(joined) : [];
  });
}

/**
 * Reviews a file of code by the templates whose functions reach it: those in its folder and in the folders above, and where there is none, any
 * other. What several say is said once; what only some of them say names these.
 * @param reviewOf the review of a template in the same snapshot
 */
export function reviewCode(snapshot: Snapshot, uri: string, reviewOf: (template: string) => Review): CodeReview {
  const above = among(claimantsAbove(snapshot, uri), { snapshot, uri, reviewOf });
  const found = above.owners.length > 0 || above.wanted.length > 0 ? above : among(claimantsElsewhere(snapshot, uri), { snapshot, uri, reviewOf });
  const { findings, sources } = together(found.owners, uri, snapshot);
  const own = (subject: string) => found.owners.some(({ joins }) => joins.some(({ fn }) => subject === fn.id || subject.startsWith(`${fn.id}/`)));
  const reviews = found.owners.map(({ review }) => review);
  return {
    ...empty(uri, found.owners.length > 0 ? "reviewed" : "unowned", found.wanted),
    owners: found.owners,
    claimants: found.reviews,
    findings,
    sources,
    undecided: reviews.flatMap(({ undecided }) => undecided.filter(({ subject }) => own(subject))),
    crashes: reviews.flatMap(({ crashes }) => crashes),
    sectionsRead: reviews.reduce((sum, { sectionsRead }) => sum + sectionsRead, 0),
    checksRun: reviews.reduce((sum, { checksRun }) => sum + checksRun, 0),
  };
}

interface Asking {
  readonly snapshot: Snapshot;
  readonly uri: string;
  readonly reviewOf: (template: string) => Review;
}

interface Found extends Pick<CodeReview, "owners" | "wanted"> {
  readonly reviews: readonly Review[];
}

/** Those whose functions really reach the file, and all that has to be read to know. */
function among({ templates, wanted }: Claimants, { snapshot, uri, reviewOf }: Asking): Found {
  const reviews = templates.map(reviewOf);
  const joined = reviews.map((review) => joinedIn(review, snapshot));
  const owners = reviews.flatMap((review, at): readonly Owner[] => {
    const of = joined[at];
    const joins = of ? reaching(of, uri) : [];
    return joins.length > 0 ? [{ review, joins }] : [];
  });
  const missed = [...wanted, ...reviews.flatMap((review) => review.wanted), ...joined.flatMap((each) => each?.wanted ?? [])];
  return { reviews, owners, wanted: [...new Set(missed)].filter((each) => !snapshot.files.has(each)) };
}

interface Said {
  readonly finding: Reported;
  readonly review: Review;
}

function together(owners: readonly Owner[], uri: string, snapshot: Snapshot): Pick<CodeReview, "findings" | "sources"> {
  const byPlace = new Map<string, [Said, ...Said[]]>();
  for (const { review } of owners) {
    for (const finding of review.inCode.filter((each) => each.uri === uri)) {
      const key = `${finding.rule.id} ${finding.span.start} ${finding.span.end}`;
      const there = byPlace.get(key);
      if (there) there.push({ finding, review });
      else byPlace.set(key, [{ finding, review }]);
    }
  }
  const sources = new Map<Reported, Review>();
  for (const said of byPlace.values()) sources.set(saidOnce(said, owners, snapshot), said[0].review);
  const findings = [...sources.keys()].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { findings, sources };
}

function saidOnce(said: readonly [Said, ...Said[]], owners: readonly Owner[], { folders }: Snapshot): Reported {
  const [{ finding }, ...others] = said;
  const by = [...new Set(said.map(({ review }) => review.uri))];
  if (others.length === 0 && owners.length === 1) return finding;
  return {
    ...finding,
    message: by.length === owners.length ? finding.message : withWhere(finding.message, `in ${upToThree(by.map((each) => templateName(each, folders)))}`),
    subjects: [...new Set(said.flatMap((each) => each.finding.subjects))],
    fingerprints: [...new Set(said.flatMap((each) => each.finding.fingerprints))],
    severity: said.map((each) => each.finding.severity).sort((a, b) => severityRank(a) - severityRank(b))[0] ?? finding.severity,
  };
}

/** What messages call a template: its path in the workspace. */
export function templateName(uri: string, folders: readonly string[]): string {
  const paths = folders.flatMap((folder) => pathBelow(`${folder}/`, uri) ?? []);
  return paths.sort((a, b) => a.length - b.length)[0] ?? nameOf(uri);
}
