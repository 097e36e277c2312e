import type { Severity } from "../../server/src/rules/define.ts";

/** What a thread is asked to do with one file. */
export interface Task {
  /** Absolute. */
  readonly path: string;
  /** The folder that counts as the workspace. */
  readonly folder: string;
  /** Nothing may be found in it. */
  readonly quiet: boolean;
  /** Write every fix, to see which can be offered. */
  readonly offers: boolean;
  /** Fixes to be tried: `fingerprint index`. All safe ones where absent. */
  readonly fixes?: readonly string[];
  /** Hand back the text around findings of this rule. */
  readonly show?: string;
  /** Hand back the texts before and after the fixes. */
  readonly texts?: boolean;
}

/** What every thread needs once. */
export interface Setting {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly iamActions: string | undefined;
}

export interface Outcome {
  readonly reviewed: boolean;
  readonly milliseconds: number;
  readonly findings: readonly { readonly rule: string; readonly severity: Severity }[];
  readonly undecided: readonly { readonly rule: string; readonly reason: string }[];
  /** Review fixes that can be written, where asked for: `fingerprint index`. */
  readonly offered: readonly string[];
  /** Fixes that cannot be written, and why. */
  readonly refused: readonly { readonly rule: string; readonly reason: string }[];
  /** How many fixes were applied and looked at. */
  readonly tried: number;
  readonly failures: readonly Failure[];
  readonly shown: readonly Shown[];
  readonly texts: readonly FixTexts[];
}

/** A check that did not hold. */
export interface Failure {
  readonly check: Check;
  readonly detail: string;
}

export type Check = "readable" | "no crash" | "no hang" | "under two seconds" | "spans" | "messages" | "quiet" | "fingerprints" | "incremental" | FixCheck;
export type FixCheck = "fix parses" | "fix repairs" | "fix harms nothing" | "fix is finished" | "fix is written";

export interface Shown {
  readonly severity: Severity;
  readonly message: string;
  readonly subject: string;
  /** The address of the file with the code, where it does not stand in the template itself. */
  readonly file?: string;
  /** From 1. */
  readonly line: number;
  readonly around: string;
  readonly fixes: readonly { readonly title: string; readonly safety: string; readonly diff: string }[];
}

export interface FixTexts {
  readonly fix: string;
  readonly before: string;
  readonly after: string;
}
