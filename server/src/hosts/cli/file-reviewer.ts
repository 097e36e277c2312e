import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { Lines } from "../../base/lines.ts";
import { PROJECT_FILE } from "../../engine/governing.ts";
import { codeBehind } from "../../engine/joined.ts";
import { textIn } from "../../engine/snapshot.ts";
import { codeEntriesOf, crashesOf, entriesOf, problemsOf, type Reporting } from "../../features/report/entries.ts";
import type { Entry, FileCrash, Problem } from "../../features/report/report.ts";
import type { Rule } from "../../rules/define.ts";
import { type FileReading, type Loaded, readPathNow } from "../node/files.ts";
import { type Reviewed, Reviewer } from "../node/reviewer.ts";
import { repair } from "./repair.ts";
import { workspaceOf } from "./workspace.ts";

/** How files are reviewed; plain data, so that threads can be told. */
export interface Assignment {
  /** Absolute. */
  readonly workingDirectory: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly iamActions: string | undefined;
  readonly fixes: Reporting["fixes"];
  /** Write the safe fixes of these rules; of all where none is named. Absent for no fix at all. */
  readonly repair: readonly string[] | undefined;
  /** Paths that somebody named, about which there is more to say than about what lies in folders. */
  readonly named: ReadonlySet<string>;
}

/** What became of one file. */
export interface FileResult {
  readonly template: boolean;
  readonly findings: readonly Entry[];
  /** Findings in the code behind the template, as this template alone has them. */
  readonly inCode: readonly Entry[];
  /** The files with code that its functions reach. */
  readonly code: readonly string[];
  readonly problems: readonly Problem[];
  readonly crashes: readonly FileCrash[];
  readonly fixed: number;
}

const NOTHING: FileResult = { template: false, findings: [], inCode: [], code: [], problems: [], crashes: [], fixed: 0 };

/** Reads, reviews and repairs one file after the other. */
export class FileReviewer {
  readonly #assignment: Assignment;
  readonly #reviewer: Reviewer;

  constructor(assignment: Assignment, rules: readonly Rule[]) {
    this.#assignment = assignment;
    this.#reviewer = new Reviewer({ ...assignment, rules, folderOf: workspaceOf(assignment.workingDirectory) });
  }

  /** The project files that were read so far: address → text. */
  get projectFiles(): ReadonlyMap<string, string> {
    return this.#reviewer.besideNamed(PROJECT_FILE);
  }

  async review(path: string): Promise<FileResult> {
    const reading = readPathNow(path);
    const file = nameIn(this.#assignment.workingDirectory, path);
    if (reading.state !== "loaded") {
      const message = problemWith(reading, this.#assignment.named.has(path));
      return message === undefined ? NOTHING : { ...NOTHING, problems: [{ file, message }] };
    }
    try {
      return await this.#loaded(path, file, reading);
    } catch (error) {
      // One file must not take the others with it; the exit status tells that something is broken.
      return { ...NOTHING, crashes: [{ file, rule: "pillar-hints", message: error instanceof Error ? error.message : String(error) }] };
    }
  }

  async #loaded(path: string, file: string, loaded: Loaded): Promise<FileResult> {
    const reviewed = await this.#reviewer.review(path, loaded.text);
    const { repair: rules } = this.#assignment;
    if (!rules) return this.#result(reviewed, file);
    const { review, fixed, problem } = repair(path, loaded, reviewed, rules);
    const result = this.#result({ ...reviewed, review }, file);
    return { ...result, fixed, problems: [...result.problems, ...(problem === undefined ? [] : [{ file, message: problem }])] };
  }

  #result({ review, snapshot }: Reviewed, file: string): FileResult {
    const { workingDirectory, fixes } = this.#assignment;
    const nameOf = (uri: string) => nameIn(workingDirectory, fileURLToPath(uri));
    const reporting: Reporting = { file, fixes, nameOf, linesOf: (uri) => new Lines(textIn(snapshot, uri)) };
    return {
      template: review.state === "reviewed",
      findings: entriesOf(review, reporting),
      inCode: codeEntriesOf(review, reporting),
      code: codeBehind(review, snapshot).map(nameOf),
      problems: problemsOf(review, file),
      crashes: crashesOf(review, file),
      fixed: 0,
    };
  }
}

/** A path as reports have it: relative to the working directory, with forward slashes. */
export const nameIn = (workingDirectory: string, path: string): string => relative(workingDirectory, path).replaceAll("\\", "/") || ".";

/** Binary files lie about everywhere and are worth a word only where somebody named one. */
function problemWith(reading: Exclude<FileReading, Loaded>, named: boolean): string | undefined {
  if (reading.state === "absent") return "The file is gone.";
  switch (reading.why) {
    case "too large":
      return "The file is too large to be a template: it was not reviewed.";
    case "failed":
      return "The file cannot be read.";
    default:
      return named ? "The file is no text." : undefined;
  }
}
