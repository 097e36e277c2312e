import type { Value } from "../model/value.ts";

/** The files of the workspace as a review may see them. Whatever is asked for is a dependency of who asks. */
export interface ProjectFiles {
  /** The text of a file by its address; undefined where there is none, unknown where it was not read, or can't be. */
  text(uri: string): Value<string | undefined>;
  /** The names in a folder, those of folders with a `/` behind them; undefined where there is no such folder. `uri` ends with `/`. */
  names(uri: string): Value<readonly string[] | undefined>;
  /** Whether an address lies in the folders of the workspace; what does not is unknown for good, and looking further up is of no use. */
  includes(uri: string): boolean;
}
