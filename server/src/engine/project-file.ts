import { DEFAULT_PROFILE, type Profile } from "../model/profile.ts";
import type { PillarId } from "../pillars/pillars.ts";
import type { Severity } from "../rules/define.ts";
import { readWhole } from "../syntax/read.ts";
import { fieldsOf, type Report } from "./fields.ts";
import { readDecisions, readPillars, readProfile, readRules, readTexts } from "./project-fields.ts";
import type { Notice } from "./reported.ts";

/** `pillar-hints.json`, read and checked; every field has a default. */
export interface ProjectFile {
  /** Rule id → `off` or a severity. */
  readonly rules: Readonly<Record<string, "off" | Severity>>;
  /** Pillar → shown or not. */
  readonly pillars: Readonly<Partial<Record<PillarId, boolean>>>;
  /** Patterns as in `.gitignore`, relative to the project file. */
  readonly exclude: readonly string[];
  readonly profile: Profile;
  readonly decisions: readonly Decision[];
}

/** An accepted finding: by fingerprint, or by rule and subject. */
export interface Decision {
  readonly rule: string;
  readonly fingerprint?: string;
  readonly subject?: string;
  /** Path of the template relative to the project file; absent for any. */
  readonly file?: string;
  readonly reason: string;
  readonly owner?: string;
  /** `YYYY-MM-DD`, the last day on which it holds; absent for no end. */
  readonly until?: string;
}

export const DEFAULT_PROJECT: ProjectFile = { rules: {}, pillars: {}, exclude: [], profile: DEFAULT_PROFILE, decisions: [] };

/** What the content of a project file is held against; without it only its shape is checked. */
export interface Known {
  readonly rules?: ReadonlySet<string>;
  /** `YYYY-MM-DD`; decisions that ended before are noticed. */
  readonly today?: string;
}

export interface ProjectReading {
  readonly project: ProjectFile;
  /** Spans are offsets in the text. */
  readonly notices: readonly Notice[];
}

/** Reads a project file. Whatever has the wrong type is noticed and counts as its default; never throws. */
export function readProjectFile(text: string, known: Known = {}): ProjectReading {
  const notices: Notice[] = [];
  const report: Report = (message, span) => notices.push({ code: "project-file", message, span });
  const { node, problems } = readWhole(text);
  for (const problem of problems) report(`${problem.message}.`.replace(/\.+$/, "."), problem.span);
  const project = node ? projectOf(fieldsOf(node, "pillar-hints.json", report), known, report) : DEFAULT_PROJECT;
  return { project, notices: notices.sort((a, b) => a.span.start - b.span.start) };
}

function projectOf(fields: ReturnType<typeof fieldsOf>, known: Known, report: Report): ProjectFile {
  const project: ProjectFile = {
    rules: readRules(fields.take("rules"), known, report),
    pillars: readPillars(fields.take("pillars"), report),
    exclude: readTexts(fields.take("exclude"), "exclude", report) ?? DEFAULT_PROJECT.exclude,
    profile: readProfile(fields.take("profile"), report),
    decisions: readDecisions(fields.take("decisions"), known, report),
  };
  fields.take("$schema");
  fields.rest();
  return project;
}
