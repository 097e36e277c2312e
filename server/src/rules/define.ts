import type { Place } from "../base/place.ts";
import type { Context } from "../model/context.ts";
import type { Fix } from "../model/edit.ts";
import type { KindName } from "../model/kinds/index.ts";
import type { Resource } from "../model/resource.ts";
import type { Subject } from "../model/subject.ts";
import type { Known, Unknown } from "../model/value.ts";
import type { LensId } from "../pillars/lens.ts";
import type { PillarId } from "../pillars/pillars.ts";
import type { PracticeId } from "../pillars/practices.ts";

export type Severity = "error" | "warning" | "information" | "hint";
export type Confidence = "high" | "medium" | "low";

/** What a check reports. */
export interface Finding {
  /** The value that causes it, or the resource whose key is marked where something is absent. */
  readonly at: Known<unknown> | Subject | Place;
  /** Names what is wrong among the findings of this rule on this subject; by default the property at `at`. */
  readonly aspect?: string;
  /** One line with `{names}` of `values`; starts with the subject. */
  readonly text: string;
  readonly values?: Readonly<Record<string, string | number | boolean | Subject | readonly string[]>>;
  /** Findings of this rule with the same cause become one; by default those with the same place. */
  readonly cause?: string;
  /** The line for merged findings: `{names}` lists up to three subjects, `{count}` counts all. */
  readonly many?: string;
  /** Only ever lower than the rule's own, except where the catalogue says that a form is worse. */
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  readonly related?: readonly (readonly [at: Known<unknown> | Subject | Place, label: string])[];
  readonly fixes?: readonly Fix[];
}

export interface Example {
  readonly dialect: "sam" | "cloudformation";
  /** One text, or a text a file with `template.yaml` first. `⟦…⟧` marks what is reported. */
  readonly bad: string | Readonly<Record<string, string>>;
  /** What the first fix makes of `bad`; without a fix, a way to write it right. */
  readonly good: string | Readonly<Record<string, string>>;
  /** The day of the review where it matters, `YYYY-MM-DD`. */
  readonly today?: string;
}

/** What a check reads: a resource of one kind or of several. */
export type Check<K extends KindName> = (subject: Resource<K>, context: Context) => Generator<Finding, Unknown | undefined>;

/** A rule: metadata, documentation, examples, check and fixes in one file. */
export interface Rule<K extends KindName = KindName> {
  readonly id: string;
  /** What is wrong, in one line without a full stop. */
  readonly summary: string;
  /** The pillars that the fix helps; the first is the tag that people see. */
  readonly pillars: readonly [PillarId, ...PillarId[]];
  /** What the fix costs, per pillar. */
  readonly tradeoffs: Readonly<Partial<Record<PillarId, string>>>;
  readonly practices: readonly PracticeId[];
  readonly lens?: readonly LensId[];
  readonly default: "on" | "off";
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** Why it matters: two to five sentences of Markdown. */
  readonly why: string;
  /** The question to answer before taking the fix, where pillars pull on each other. */
  readonly ask?: string;
  /** Who does what: one sentence on what AWS does and what stays with the customer, where it helps. */
  readonly whoseJob?: string;
  /** Addresses of AWS's own pages. */
  readonly references: readonly string[];
  readonly on: K | readonly K[];
  readonly check: Check<K>;
  readonly examples: readonly Example[];
}

export function defineRule<const K extends KindName>(rule: Rule<K>): Rule {
  // A rule is only ever called with subjects of its own kinds, so forgetting which they are is sound.
  return rule as unknown as Rule;
}
