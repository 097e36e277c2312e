import { jsonReport } from "../../features/report/json.ts";
import type { Report } from "../../features/report/report.ts";
import { sarifReport } from "../../features/report/sarif.ts";
import { type Repairs, textReport } from "../../features/report/text.ts";
import { SEVERITIES } from "../../features/settings.ts";
import type { Rule } from "../../rules/define.ts";
import { readAsset } from "../node/files.ts";
import { todayHere } from "../node/today.ts";
import { readVersion } from "../node/version.ts";
import { type Options, readCommand } from "./arguments.ts";
import { HELP } from "./help.ts";
import { reviewPaths } from "./review-paths.ts";
import type { Threads } from "./threads.ts";

/** What the program is given by whoever starts it. */
export interface Surroundings {
  readonly rules: readonly Rule[];
  /** Absolute. */
  readonly workingDirectory: string;
  readonly now: Date;
  /** Takes the report. */
  readonly out: (text: string) => void;
  /** Takes what is said to the person at the terminal. */
  readonly say: (text: string) => void;
  /** Threads for many files; absent for none. */
  readonly threads?: Threads;
  /** Takes the line that tells how far it is, and replaces the one before; absent where nobody watches. */
  readonly tell?: (line: string) => void;
}

/** Exit statuses, which scripts rely on. */
export const EXIT = { clean: 0, findings: 1, usage: 2, failed: 3 } as const;

/** Does what the command line asks for, and answers the exit status. */
export async function run(parameters: readonly string[], surroundings: Surroundings): Promise<number> {
  const command = readCommand(parameters, new Set(surroundings.rules.map(({ id }) => id)));
  switch (command.does) {
    case "help":
      surroundings.out(HELP);
      return EXIT.clean;
    case "version":
      surroundings.out(`${await readVersion()}\n`);
      return EXIT.clean;
    case "review":
      return runReview(command, surroundings);
    case "nothing":
      surroundings.say(`pillar-hints: ${command.wrong}\nTry pillar-hints --help.\n`);
      return EXIT.usage;
  }
}

async function runReview(options: Options, surroundings: Surroundings): Promise<number> {
  const iamActions = await readAsset("iamActions");
  const result = await reviewPaths(options, { ...surroundings, today: options.today ?? todayHere(surroundings.now), iamActions });
  if ("missing" in result) {
    surroundings.say(`pillar-hints: There is no ${result.missing.join(", ")}.\n`);
    return EXIT.usage;
  }
  surroundings.out(await written(result.report, result.repairs, options, surroundings));
  return statusOf(result.report, options);
}

async function written(report: Report, repairs: Repairs | undefined, { format }: Options, { rules }: Surroundings): Promise<string> {
  if (format === "json") return jsonReport(report);
  if (format === "sarif") return sarifReport(report, { version: await readVersion(), rules });
  return textReport(report, repairs);
}

function statusOf({ crashes, findings }: Report, { failOn }: Options): number {
  if (crashes.length > 0) return EXIT.failed;
  const counting = failOn === "never" ? [] : SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  return findings.some(({ severity }) => counting.includes(severity)) ? EXIT.findings : EXIT.clean;
}
