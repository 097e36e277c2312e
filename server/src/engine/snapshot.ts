import type { CodeParser, GrammarName } from "../syntax/code/parser.ts";
import type { ProjectFile } from "./project-file.ts";

/**
 * A file as far as the host knows it. The text of a folder, whose address ends with `/`, is its names, one a line, those of folders with a `/` behind them.
 * What is not in the snapshot was not read, which is unknown and never absent.
 */
export type FileState = { readonly state: "loaded"; readonly text: string } | { readonly state: "absent" } | { readonly state: "unreadable" };

/** Everything that a review may depend on. Immutable: each change makes the next snapshot. */
export interface Snapshot {
  /** Files by address (uri); templates under review and files beside them alike. */
  readonly files: ReadonlyMap<string, FileState>;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The text of the table of IAM actions; undefined until the host has read it. */
  readonly iamActions: string | undefined;
  /** Addresses of the workspace folders, without a trailing slash. */
  readonly folders: readonly string[];
  /** The grammars of handler code that the host has loaded; a review wants one by the address `grammar:NAME`. */
  readonly parsers: ReadonlyMap<GrammarName, CodeParser>;
}

/** The address under which a review wants a grammar. */
export const grammarUri = (name: GrammarName): string => `grammar:${name}`;

/** The grammar that an address means; undefined for the address of a file. */
export const grammarIn = (uri: string): GrammarName | undefined => GRAMMARS.find((name) => grammarUri(name) === uri);

const GRAMMARS: readonly GrammarName[] = ["javascript", "typescript", "tsx", "python"];

/** The address under which the templates below a folder are wanted whose code may stand elsewhere: its text is their addresses, one a line. */
export const templatesUri = (folder: string): string => `templates:${folder}`;

/** The folder below which an address asks for templates; undefined for any other address. */
export const templatesIn = (uri: string): string | undefined => (uri.startsWith("templates:") ? uri.slice("templates:".length) : undefined);

export type Change =
  | { readonly uri: string; readonly file: FileState }
  /** The host does not know the file any more: it is read again when it is wanted. */
  | { readonly uri: string; readonly file: undefined }
  | { readonly today: string }
  | { readonly iamActions: string }
  | { readonly folders: readonly string[] }
  | { readonly grammar: GrammarName; readonly parser: CodeParser };

export const emptySnapshot = (today: string): Snapshot => ({ files: new Map(), today, iamActions: undefined, folders: [], parsers: new Map() });

/** What a file was before its last change; of what was before that nothing is kept. */
const predecessors = new WeakMap<object, FileState>();

/** The state that a file's text was changed from, which lends what did not change. */
export const predecessorOf = (file: object): FileState | undefined => predecessors.get(file);

function succeed(file: FileState, before: FileState | undefined): void {
  if (!before || before === file) return;
  predecessors.delete(before);
  predecessors.set(file, before);
}

export function apply(snapshot: Snapshot, ...changes: readonly Change[]): Snapshot {
  let next = snapshot;
  const files = new Map(snapshot.files);
  for (const change of changes) {
    if ("grammar" in change) {
      files.set(grammarUri(change.grammar), { state: "loaded", text: "" });
      next = { ...next, parsers: new Map(next.parsers).set(change.grammar, change.parser) };
    } else if ("uri" in change) {
      if (change.file) succeed(change.file, files.get(change.uri));
      if (change.file) files.set(change.uri, change.file);
      else files.delete(change.uri);
    } else next = { ...next, ...change };
  }
  return { ...next, files };
}

/** The text of a file that was read; empty for one that was not, or could not be. */
export function textIn({ files }: Snapshot, uri: string): string {
  const file = files.get(uri);
  return file?.state === "loaded" ? file.text : "";
}

/** The project file that governs a template, and where it stands. */
export interface Governing {
  readonly uri: string;
  readonly project: ProjectFile;
}
