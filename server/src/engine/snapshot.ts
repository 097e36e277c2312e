import type { ProjectFile } from "./project-file.ts";

/** A file as far as the host knows it. A file that is not in the snapshot was not read, which is unknown and never absent. */
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
}

export type Change =
  | { readonly uri: string; readonly file: FileState }
  /** The host does not know the file any more: it is read again when it is wanted. */
  | { readonly uri: string; readonly file: undefined }
  | { readonly today: string }
  | { readonly iamActions: string }
  | { readonly folders: readonly string[] };

export const emptySnapshot = (today: string): Snapshot => ({ files: new Map(), today, iamActions: undefined, folders: [] });

export function apply(snapshot: Snapshot, ...changes: readonly Change[]): Snapshot {
  let next = snapshot;
  for (const change of changes) {
    if ("uri" in change) {
      const files = new Map(next.files);
      if (change.file) files.set(change.uri, change.file);
      else files.delete(change.uri);
      next = { ...next, files };
    } else next = { ...next, ...change };
  }
  return next;
}

/** The project file that governs a template, and where it stands. */
export interface Governing {
  readonly uri: string;
  readonly project: ProjectFile;
}
