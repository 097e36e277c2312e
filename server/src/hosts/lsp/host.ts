import type { FileState } from "../../engine/snapshot.ts";
import type { Rule } from "../../rules/define.ts";

/** What differs between Node and a worker, and what tests replace. */
export interface Host {
  readonly rules: readonly Rule[];
  /** The day of the user, `YYYY-MM-DD`. */
  today(): string;
  /** Lets everything that has arrived go first. */
  turn(): Promise<void>;
  /** Reads a file where the client does not read files itself. Never rejects. */
  readFile(uri: string): Promise<FileState>;
  /** The table of IAM actions; undefined where the installation lacks it. */
  readIamActions(read: (uri: string) => Promise<FileState>, assets: string | undefined): Promise<string | undefined>;
}
