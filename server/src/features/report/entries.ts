import { Lines } from "../../base/lines.ts";
import { NOTICE_SEVERITY } from "../../engine/notices.ts";
import type { Notice, Reported, Review } from "../../engine/reported.ts";
import { writtenFix } from "../fixes.ts";
import type { Entry, FileCrash, FixEntry, Problem, Replacement } from "./report.ts";

/** Where a review's file stands, and how much of its fixes the report needs. */
export interface Reporting {
  readonly file: string;
  readonly fixes: "titles" | "replacements";
  /** The name of another file of the review, by its address. */
  readonly nameOf: (uri: string) => string;
  /** The lines of another file of the review. */
  readonly linesOf: (uri: string) => Lines;
}

/** The findings and notices of a review, in order of the text. */
export function entriesOf(review: Review, reporting: Reporting): readonly Entry[] {
  const lines = new Lines(review.tree?.text ?? "");
  const findings = review.findings.map((finding) => ({ at: finding.span.start, entry: ofFinding(finding, review, lines, reporting) }));
  const notices = review.notices.map((notice, index) => ({
    at: notice.span.start,
    entry: ofNotice(notice, ordinal(review.notices, index), lines, reporting.file),
  }));
  return [...findings, ...notices].sort((a, b) => a.at - b.at).map(({ entry }) => entry);
}

/** The findings of a review in the code behind its template, each with the name of its own file. */
export function codeEntriesOf(review: Review, reporting: Reporting): readonly Entry[] {
  const own = new Lines(review.tree?.text ?? "");
  return review.inCode.map((finding) => {
    const entry = ofFinding(finding, review, own, reporting);
    const file = reporting.nameOf(finding.uri);
    // A replacement would say how the template changes, in a place of the code.
    const fixes = reporting.fixes === "titles" ? entry.fixes : [];
    return { ...entry, file, range: reporting.linesOf(finding.uri).range(finding.span), fixes };
  });
}

/** Notices of a text that is no template: the project file. */
export function noticeEntries(notices: readonly Notice[], text: string, file: string): readonly Entry[] {
  const lines = new Lines(text);
  return notices.map((notice, index) => ofNotice(notice, ordinal(notices, index), lines, file));
}

/** What kept a file, or a part of it, from being reviewed. */
export function problemsOf({ state, tree }: Review, file: string): readonly Problem[] {
  if (state === "tooLarge") return [{ file, message: "The file is too large to be a template: it was not reviewed." }];
  const first = tree?.problems[0];
  if (state !== "reviewed" || !tree || !first) return [];
  const { line } = new Lines(tree.text).position(first.span.start);
  return [{ file, message: `Syntax error in line ${line + 1}; the rest was reviewed. ${oneLine(first.message)}` }];
}

export const crashesOf = ({ crashes }: Review, file: string): readonly FileCrash[] => crashes.map(({ rule, message }) => ({ file, rule, message }));

function ofFinding(finding: Reported, review: Review, lines: Lines, { file, fixes, nameOf, linesOf }: Reporting): Entry {
  const { rule, severity, confidence, message, subject, fingerprint, span } = finding;
  return {
    rule: rule.id,
    pillars: rule.pillars,
    severity,
    confidence,
    message: oneLine(message),
    subject,
    fingerprint,
    file,
    range: lines.range(span),
    related: finding.related.map((each) => ({
      message: oneLine(each.message),
      file: each.uri === review.uri ? file : nameOf(each.place.uri),
      range: (each.uri === review.uri ? lines : linesOf(each.uri)).range(each.span),
    })),
    fixes: fixesOf(finding, review, lines, fixes),
  };
}

/**
 * What the rule offers. Whether a fix can be written is found out only where its text is asked for, since that takes a fifth
 * of the time of a run and nearly all can.
 */
function fixesOf(finding: Reported, review: Review, lines: Lines, detail: Reporting["fixes"]): readonly FixEntry[] {
  return finding.fixes.flatMap((fix): readonly FixEntry[] => {
    const entry = { title: fix.title, safety: fix.safety };
    if (detail === "titles") return [{ ...entry, replacements: undefined }];
    const written = writtenFix(review, finding, fix);
    return "cannot" in written
      ? []
      : [{ ...entry, title: written.fix.title, replacements: written.edits.map(({ span, text }): Replacement => ({ range: lines.range(span), text })) }];
  });
}

function ofNotice({ code, message, span }: Notice, count: number, lines: Lines, file: string): Entry {
  return {
    rule: code,
    // Decisions that nobody looks after are a matter of running the system.
    pillars: ["operational-excellence"],
    severity: NOTICE_SEVERITY[code],
    confidence: "high",
    message: oneLine(message),
    subject: "",
    fingerprint: `${code}::${count}`,
    file,
    range: lines.range(span),
    related: [],
    fixes: [],
  };
}

const ordinal = (notices: readonly Notice[], index: number): number => notices.slice(0, index).filter(({ code }) => code === notices[index]?.code).length + 1;

/** Names in a message come from the template, where anything may stand. */
const oneLine = (message: string): string => message.replace(/\s*[\r\n]+\s*/g, " ").trim();
