import type { Range } from "../../base/span.ts";
import type { Safety } from "../../model/edit.ts";
import type { PillarId } from "../../pillars/pillars.ts";
import type { Confidence, Severity } from "../../rules/define.ts";

/** What a run over files found, before it takes a form; plain data, so that threads can hand it on. Every `file` is relative to where the run started, with forward slashes. */
export interface Report {
  /** Templates that were reviewed. */
  readonly files: number;
  /** In order of the files, then of the text. */
  readonly findings: readonly Entry[];
  readonly problems: readonly Problem[];
  readonly crashes: readonly FileCrash[];
}

/** One finding, or one notice about the reviewing itself, as a report has it. */
export interface Entry {
  /** The id of a rule, or the code of a notice. */
  readonly rule: string;
  readonly pillars: readonly [PillarId, ...PillarId[]];
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly message: string;
  readonly subject: string;
  readonly fingerprint: string;
  readonly file: string;
  readonly range: Range;
  readonly related: readonly RelatedEntry[];
  readonly fixes: readonly FixEntry[];
}

export interface RelatedEntry {
  readonly message: string;
  readonly file: string;
  readonly range: Range;
}

export interface FixEntry {
  readonly title: string;
  readonly safety: Safety;
  /** What it does to the file; undefined where nobody asked. */
  readonly replacements: readonly Replacement[] | undefined;
}

export interface Replacement {
  readonly range: Range;
  readonly text: string;
}

/** Why a file was not reviewed, or not all of it. */
export interface Problem {
  readonly file: string;
  readonly message: string;
}

export interface FileCrash {
  readonly file: string;
  readonly rule: string;
  readonly message: string;
}
