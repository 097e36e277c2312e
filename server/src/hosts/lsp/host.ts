import type { FileState } from "../../engine/snapshot.ts";
import type { Rule } from "../../rules/define.ts";
import type { CodeParser, GrammarName } from "../../syntax/code/parser.ts";

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
  /**
   * The parser of a grammar of handler code, loaded when it is first asked for; undefined where the installation lacks it. Never rejects.
   * @param read asks the client for the bytes of a file, where the server can't read any itself
   */
  readGrammar(name: GrammarName, read: (uri: string) => Promise<Uint8Array>, assets: string | undefined): Promise<CodeParser | undefined>;
}
