import type { Profile } from "../model/profile.ts";
import type { PillarId } from "../pillars/pillars.ts";
import type { Severity } from "../rules/define.ts";

/** `pillar-hints.json`, read and checked; every field has a default. */
export interface ProjectFile {
  /** Rule id → `off` or a severity. */
  readonly rules: Readonly<Record<string, "off" | Severity>>;
  /** Pillar → shown or not. */
  readonly pillars: Readonly<Partial<Record<PillarId, boolean>>>;
  /** Glob patterns relative to the project file. */
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
  /** `YYYY-MM-DD`; absent for no end. */
  readonly until?: string;
}
