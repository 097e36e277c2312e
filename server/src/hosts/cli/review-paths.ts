import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { PROJECT_FILE } from "../../engine/governing.ts";
import { readProjectFile } from "../../engine/project-file.ts";
import type { Review } from "../../engine/reported.ts";
import { crashesOf, entriesOf, noticeEntries, problemsOf } from "../../features/report/entries.ts";
import type { Entry, FileCrash, Problem, Report } from "../../features/report/report.ts";
import type { Repairs } from "../../features/report/text.ts";
import type { Rule } from "../../rules/define.ts";
import { type FileReading, type Loaded, readPath } from "../node/files.ts";
import { type Reviewed, Reviewer } from "../node/reviewer.ts";
import type { Options } from "./arguments.ts";
import { progress } from "./progress.ts";
import { repair } from "./repair.ts";
import { type Walked, walk } from "./walk.ts";
import { workspaceOf } from "./workspace.ts";

export interface Place {
  readonly rules: readonly Rule[];
  /** Absolute. */
  readonly workingDirectory: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly iamActions: string | undefined;
  readonly tell?: (line: string) => void;
}

export type Outcome = { readonly report: Report; readonly repairs: Repairs | undefined } | { readonly missing: readonly string[] };

/** Files are read ahead by this many, so that the disk works while templates are reviewed. */
const AHEAD = 32;

/** Reviews all templates of the paths, and repairs them where asked to; answers the paths that are not there, if any. */
export async function reviewPaths(options: Options, place: Place): Promise<Outcome> {
  const walked = walk(options.paths.map((path) => resolve(place.workingDirectory, path)));
  if (walked.missing.length > 0) return { missing: walked.missing.map((path) => nameIn(place, path)) };
  const run = new Run(options, place, walked);
  await run.all();
  return { report: run.report(), repairs: options.fix ? run.repairs : undefined };
}

/** What is gathered while files are gone through. */
class Run {
  readonly #options: Options;
  readonly #place: Place;
  readonly #walked: Walked;
  readonly #reviewer: Reviewer;
  readonly #named: ReadonlySet<string>;
  #files = 0;
  readonly #findings: Entry[] = [];
  readonly #problems: Problem[] = [];
  readonly #crashes: FileCrash[] = [];
  #repairs: Repairs = { fixed: 0, files: 0 };

  constructor(options: Options, place: Place, walked: Walked) {
    this.#options = options;
    this.#place = place;
    this.#walked = walked;
    this.#named = new Set(options.paths.map((path) => resolve(place.workingDirectory, path)));
    this.#reviewer = new Reviewer({ ...place, folderOf: workspaceOf(place.workingDirectory) });
  }

  get repairs(): Repairs {
    return this.#repairs;
  }

  async all(): Promise<void> {
    const { files, unreadable } = this.#walked;
    for (const { path, why } of unreadable) this.#problems.push({ file: this.#name(path), message: why });
    const ahead: Promise<FileReading>[] = [];
    const tell = progress(this.#place.tell, files.length);
    for (const [index, path] of files.entries()) {
      while (ahead.length < Math.min(files.length, index + AHEAD)) ahead.push(readPath(files[ahead.length] ?? path));
      const reading = await ahead[index];
      // What was read need not be kept: the review holds what it needs.
      delete ahead[index];
      if (reading) await this.#one(path, reading);
      tell(index + 1);
    }
    tell(undefined);
    this.#projectFiles();
  }

  /** What is wrong with the project files that governed anything. */
  #projectFiles(): void {
    const known = { rules: new Set(this.#place.rules.map(({ id }) => id)), today: this.#place.today };
    for (const [uri, text] of this.#reviewer.besideNamed(PROJECT_FILE)) {
      this.#findings.push(...noticeEntries(readProjectFile(text, known).notices, text, this.#name(fileURLToPath(uri))));
    }
  }

  report(): Report {
    const { rules } = this.#options;
    const findings = rules.length === 0 ? this.#findings : this.#findings.filter(({ rule }) => rules.includes(rule));
    return { files: this.#files, findings, problems: this.#problems, crashes: this.#crashes };
  }

  async #one(path: string, reading: FileReading): Promise<void> {
    const file = this.#name(path);
    if (reading.state === "loaded") return this.#loaded(path, file, reading);
    const message = problemWith(reading, this.#named.has(path));
    if (message !== undefined) this.#problems.push({ file, message });
  }

  async #loaded(path: string, file: string, loaded: Loaded): Promise<void> {
    try {
      const reviewed = await this.#reviewer.review(path, loaded.text);
      if (reviewed.review.state === "reviewed") this.#files += 1;
      this.#take(this.#options.fix ? this.#repaired(path, file, loaded, reviewed) : reviewed.review, file);
    } catch (error) {
      // One file must not take the others with it; the exit status tells that something is broken.
      this.#crashes.push({ file, rule: "pillar-hints", message: error instanceof Error ? error.message : String(error) });
    }
  }

  #take(review: Review, file: string): void {
    const { format } = this.#options;
    this.#findings.push(...entriesOf(review, { file, fixes: format === "sarif" ? "replacements" : "titles", nameOf: (uri) => this.#name(fileURLToPath(uri)) }));
    this.#problems.push(...problemsOf(review, file));
    this.#crashes.push(...crashesOf(review, file));
  }

  /** Writes the safe fixes of a file, and answers the review of what stands there then. */
  #repaired(path: string, file: string, loaded: Loaded, reviewed: Reviewed): Review {
    const { review, fixed, problem } = repair(path, loaded, reviewed, this.#options.rules);
    if (problem !== undefined) this.#problems.push({ file, message: problem });
    if (fixed > 0) this.#repairs = { fixed: this.#repairs.fixed + fixed, files: this.#repairs.files + 1 };
    return review;
  }

  #name(path: string): string {
    return nameIn(this.#place, path);
  }
}

/** A path as reports have it: relative to the working directory, with forward slashes. */
const nameIn = ({ workingDirectory }: Place, path: string): string => relative(workingDirectory, path).replaceAll("\\", "/") || ".";

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
