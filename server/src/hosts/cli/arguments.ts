import { parseArgs } from "node:util";
import { isDate } from "../../engine/date.ts";
import type { Severity } from "../../rules/define.ts";

export type Format = "text" | "json" | "sarif";
export type Threshold = Exclude<Severity, "hint"> | "never";

/** What the command line asks for. */
export type Command =
  | { readonly does: "help" }
  | { readonly does: "version" }
  | ({ readonly does: "review" } & Options)
  | { readonly does: "nothing"; readonly wrong: string };

export interface Options {
  /** As written; the working directory where none is. */
  readonly paths: readonly string[];
  readonly format: Format;
  readonly fix: boolean;
  readonly failOn: Threshold;
  /** Only findings of these rules; all where none is named. */
  readonly rules: readonly string[];
  /** `YYYY-MM-DD`; absent for the day of the run. */
  readonly today: string | undefined;
}

const FORMATS: readonly Format[] = ["text", "json", "sarif"];
const THRESHOLDS: readonly Threshold[] = ["error", "warning", "information", "never"];

/** Reads the command line; what it does not understand is `wrong` and says how to put it right. */
export function readCommand(parameters: readonly string[], ruleIds: ReadonlySet<string>): Command {
  try {
    const { values, positionals } = parse(parameters);
    if (values.help) return { does: "help" };
    if (values.version) return { does: "version" };
    const [verb, ...paths] = positionals;
    if (verb !== "review")
      return wrong(verb === undefined ? "What is to be done? There is one command: review." : `There is no command "${verb}"; there is one: review.`);
    const unknown = (values.rule ?? []).find((id) => !ruleIds.has(id));
    if (unknown !== undefined) return wrong(`There is no rule "${unknown}".`);
    const format = oneOf(FORMATS, values.format ?? "text");
    if (!format) return wrong(`--format is ${FORMATS.join(", ")}.`);
    const failOn = oneOf(THRESHOLDS, values["fail-on"] ?? "error");
    if (!failOn) return wrong(`--fail-on is ${THRESHOLDS.join(", ")}.`);
    if (values.fix !== undefined && values.fix !== "safe") return wrong("--fix is safe: other fixes are for people to look at.");
    if (values.today !== undefined && !isDate(values.today)) return wrong("--today is a day, YYYY-MM-DD.");
    return {
      does: "review",
      paths: paths.length > 0 ? paths : ["."],
      format,
      fix: values.fix !== undefined,
      failOn,
      rules: values.rule ?? [],
      today: values.today,
    };
  } catch (error) {
    // What parseArgs throws is written for the person at the command line.
    return wrong(error instanceof Error ? (error.message.split(". To specify")[0] ?? "") : String(error));
  }
}

function parse(parameters: readonly string[]) {
  return parseArgs({
    args: [...parameters],
    allowPositionals: true,
    options: {
      format: { type: "string" },
      fix: { type: "string" },
      "fail-on": { type: "string" },
      rule: { type: "string", multiple: true },
      today: { type: "string" },
      help: { type: "boolean", short: "h" },
      version: { type: "boolean" },
    },
  });
}

const wrong = (message: string): Command => ({ does: "nothing", wrong: message });

const oneOf = <T extends string>(words: readonly T[], text: string): T | undefined => words.find((word) => word === text);
