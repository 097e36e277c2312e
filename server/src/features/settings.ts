import { isPillarId } from "../pillars/pillars.ts";
import type { Severity } from "../rules/define.ts";

/** Editor settings, section `pillarHints`. They only soften or switch off what is shown; what a team agrees on stands in its project file. */
export interface Settings {
  readonly enable: boolean;
  readonly run: RunMode;
  readonly minimumSeverity: Severity;
  /** Lines above handlers and functions that lead to each other. */
  readonly codeLens: boolean;
  /** Pillar id → shown or not; a pillar that is not named is shown. */
  readonly pillars: Readonly<Record<string, boolean>>;
  /** Rule id → `off` or a softer severity. */
  readonly rules: Readonly<Record<string, "off" | Severity>>;
}

export type RunMode = "onType" | "onSave" | "manual";

export const DEFAULT_SETTINGS: Settings = { enable: true, run: "onType", minimumSeverity: "hint", codeLens: true, pillars: {}, rules: {} };

/** From the worst down, as every list of findings has them. */
export const SEVERITIES: readonly Severity[] = ["error", "warning", "information", "hint"];

const RUN_MODES: readonly RunMode[] = ["onType", "onSave", "manual"];

export interface SettingsReading {
  readonly settings: Settings;
  /** One sentence for each value that was not understood and counts as its default. */
  readonly problems: readonly string[];
}

/** Reads what an editor sends, whatever it is; null and absent values mean the default. */
export function readSettings(from: unknown): SettingsReading {
  const problems: string[] = [];
  const object = objectOf(from, "pillarHints", problems);
  const take = <T>(key: string, accepts: (value: unknown) => value is T, otherwise: T): T => {
    const value = object[key];
    if (value === undefined || value === null) return otherwise;
    if (accepts(value)) return value;
    problems.push(`The setting pillarHints.${key} is not understood (${shortened(value)}); its default counts.`);
    return otherwise;
  };
  const settings: Settings = {
    enable: take("enable", isBoolean, DEFAULT_SETTINGS.enable),
    run: take("run", oneOf(RUN_MODES), DEFAULT_SETTINGS.run),
    minimumSeverity: take("minimumSeverity", oneOf(SEVERITIES), DEFAULT_SETTINGS.minimumSeverity),
    codeLens: take("codeLens", isBoolean, DEFAULT_SETTINGS.codeLens),
    pillars: entriesOf(object.pillars, "pillars", isBoolean, problems, isPillarId),
    rules: entriesOf(object.rules, "rules", oneOf(["off", ...SEVERITIES] as const), problems),
  };
  return { settings, problems };
}

function entriesOf<T>(
  from: unknown,
  name: string,
  accepts: (value: unknown) => value is T,
  problems: string[],
  known: (key: string) => boolean = () => true,
): Readonly<Record<string, T>> {
  const entries: [string, T][] = [];
  for (const [key, value] of Object.entries(objectOf(from, `pillarHints.${name}`, problems))) {
    if (known(key) && accepts(value)) entries.push([key, value]);
    else problems.push(`The setting pillarHints.${name} has an entry that is not understood (${shortened({ [key]: value })}); it does not count.`);
  }
  return Object.fromEntries(entries);
}

function objectOf(from: unknown, name: string, problems: string[]): Readonly<Record<string, unknown>> {
  if (from === undefined || from === null) return {};
  if (typeof from === "object" && !Array.isArray(from)) return from as Readonly<Record<string, unknown>>;
  problems.push(`The setting ${name} is not an object (${shortened(from)}); its default counts.`);
  return {};
}

const isBoolean = (value: unknown): value is boolean => typeof value === "boolean";

const oneOf =
  <T extends string>(words: readonly T[]) =>
  (value: unknown): value is T =>
    words.some((word) => word === value);

function shortened(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
