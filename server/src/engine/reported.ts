import type { Place } from "../base/place.ts";
import type { Span } from "../base/span.ts";
import type { Fix } from "../model/edit.ts";
import type { Template } from "../model/template.ts";
import type { Confidence, Rule, Severity } from "../rules/define.ts";
import type { Tree } from "../syntax/tree.ts";

/** A finding after worlds, merging, severity and suppressions: what is shown. */
export interface Reported {
  readonly rule: Rule;
  /** Logical id of the subject (`Worker/Events/Jobs` for what stands inside a resource). */
  readonly subject: string;
  /** What messages call the subject. */
  readonly name: string;
  readonly aspect: string;
  /** `rule file-independent`: rule, subject and aspect, never line or message. Unique within one file's findings. */
  readonly fingerprint: string;
  /** Logical ids of all subjects that it stands for, its own first: several where findings with one cause were merged. */
  readonly subjects: readonly string[];
  /** The fingerprints of all findings that it stands for, its own first. */
  readonly fingerprints: readonly string[];
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly message: string;
  readonly place: Place;
  /** The file that `span` counts in: mostly that of `place`, but what a template takes in from elsewhere is shown where it does so. */
  readonly uri: string;
  readonly span: Span;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
}

export interface Related {
  readonly place: Place;
  /** The file that `span` counts in. */
  readonly uri: string;
  readonly span: Span;
  readonly message: string;
}

/** A check that could not decide, and why: the answer to "why no hint here?". */
export interface Undecided {
  readonly rule: string;
  readonly subject: string;
  readonly reason: string;
  readonly place: Place | undefined;
}

/** A rule that failed; it is reported once by name and takes nothing else down. */
export interface Crash {
  readonly rule: string;
  readonly message: string;
}

/** What is wrong with the reviewing itself: an allow without reason, an unknown rule id, an expired decision. */
export interface Notice {
  readonly code: "allow-without-reason" | "allow-unknown-rule" | "allow-expired" | "allow-unused" | "project-file";
  readonly message: string;
  readonly span: Span;
}

/** `unowned` is code that no function of a known template reaches. */
export type ReviewState = "reviewed" | "notATemplate" | "tooLarge" | "excluded" | "unowned";

/** The review of one template in one snapshot. */
export interface Review {
  readonly uri: string;
  readonly state: ReviewState;
  /** Present when reviewed. */
  readonly tree: Tree | undefined;
  readonly template: Template | undefined;
  /** In order of the text. */
  readonly findings: readonly Reported[];
  /** Findings that stand in the code behind the template, each in the file of its place. */
  readonly inCode: readonly Reported[];
  readonly allowed: readonly Reported[];
  readonly undecided: readonly Undecided[];
  readonly crashes: readonly Crash[];
  readonly notices: readonly Notice[];
  /** Addresses of files that the review missed. The host reads them and reviews again until none is new. */
  readonly wanted: readonly string[];
  /** For the bench. */
  readonly sectionsRead: number;
  readonly checksRun: number;
}
