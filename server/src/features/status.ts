import { stepsOf } from "../base/place.ts";
import { DIALECT_NAMES } from "../dialects/read.ts";
import type { Review, ReviewState, Undecided } from "../engine/reported.ts";
import { isOfCode } from "../engine/review-code.ts";
import { locate } from "../syntax/locate.ts";
import { codeName } from "./code-name.ts";
import { shown, showsRule } from "./shown.ts";
import type { View } from "./view.ts";

/** What the editor's status says about a document: the result of its review, or why it is silent. */
export interface Status {
  readonly uri: string;
  readonly state: ReviewState | "disabled" | "searching";
  /** What the document is called, such as `SAM`, `CloudFormation`, or `TypeScript handler of Orders (template.yaml)`. */
  readonly dialect?: string;
  /** Findings that are shown, in all and by pillar id. */
  readonly findings: number;
  readonly pillars: Readonly<Record<string, number>>;
  /** Checks that could not decide, with the reason, so that silence can be explained; at most 500. Lines count from 0. */
  readonly undecided: readonly { readonly rule: string; readonly subject: string; readonly reason: string; readonly line?: number }[];
  /** The first line (from 1) with a syntax error, where the rest was reviewed. */
  readonly syntaxErrorLine?: number;
}

const MOST_UNDECIDED = 500;

export function statusOf(view: View): Status {
  const { review, settings } = view;
  if (!settings.enable) return silent(review.uri, "disabled");
  if (review.state === "unowned" && review.wanted.length > 0) return silent(review.uri, "searching");
  if (review.state !== "reviewed") return silent(review.uri, review.state);
  const dialect = dialectOf(view);
  const findings = shown(review, settings);
  const pillars: Record<string, number> = {};
  for (const { finding } of findings) pillars[finding.rule.pillars[0]] = (pillars[finding.rule.pillars[0]] ?? 0) + 1;
  const [problem] = review.tree?.problems ?? [];
  return {
    uri: review.uri,
    state: "reviewed",
    ...(dialect === undefined ? {} : { dialect }),
    findings: findings.length,
    pillars,
    undecided: undecidedOf(view)
      .slice(0, MOST_UNDECIDED)
      .map((each) => described(view, each)),
    ...(problem ? { syntaxErrorLine: view.positions.range(problem.span).start.line + 1 } : {}),
  };
}

function dialectOf({ review, snapshot }: View): string | undefined {
  if (isOfCode(review)) return codeName(review, snapshot.folders);
  return review.template && DIALECT_NAMES[review.template.dialect];
}

/** The status of a document of which there is nothing more to say. */
export function silent(uri: string, state: Status["state"]): Status {
  return { uri, state, findings: 0, pillars: {}, undecided: [] };
}

function undecidedOf({ review, rules, settings }: View): readonly Undecided[] {
  const hidden = new Set(rules.filter((rule) => !showsRule(rule, settings)).map(({ id }) => id));
  return review.undecided.filter(({ rule }) => !hidden.has(rule));
}

function described({ review, positions }: View, { rule, subject, reason, place }: Undecided): Status["undecided"][number] {
  const span = place && spanOf(review, place);
  return { rule, subject, reason, ...(span ? { line: positions.range(span).start.line } : {}) };
}

function spanOf({ tree, uri }: Review, { uri: where, path, part, within }: NonNullable<Undecided["place"]>) {
  if (where !== uri) return undefined;
  return tree ? locate(tree, stepsOf(path), part, within) : within;
}
