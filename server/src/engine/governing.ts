import { once } from "../base/memo.ts";
import { type ProjectReading, readProjectFile } from "./project-file.ts";
import type { FileState, Governing, Snapshot } from "./snapshot.ts";

export const PROJECT_FILE = "pillar-hints.json";

/** What governs a template as far as the snapshot knows. */
export interface Governance {
  /** Absent where there is none, or none is known yet. */
  readonly governing?: Governing;
  /** Path of the template relative to the project file, with forward slashes and percent escapes undone; the file's name where nothing governs it. */
  readonly file: string;
  /** Addresses that may hold the project file and were not read. */
  readonly wanted: readonly string[];
}

/** The nearest project file upward from a template, never above the workspace folder that holds it. */
export function governing(snapshot: Snapshot, uri: string): Governance {
  const wanted: string[] = [];
  for (const folder of foldersUpward(snapshot.folders, uri)) {
    const candidate = `${folder}/${PROJECT_FILE}`;
    const state = snapshot.files.get(candidate);
    if (!state) wanted.push(candidate);
    if (state?.state !== "loaded") continue;
    // A nearer one that was not read may still turn out to govern.
    if (wanted.length > 0) break;
    return { governing: { uri: candidate, project: projectOf(state).project }, file: unescaped(uri.slice(folder.length + 1)), wanted };
  }
  return { file: unescaped(uri.slice(uri.lastIndexOf("/") + 1)), wanted };
}

/** The reading of one state of a project file; only what rests on the day or the rules is left out. */
export const projectOf: (state: Extract<FileState, { state: "loaded" }>) => ProjectReading = once((state) => readProjectFile(state.text));

function foldersUpward(workspace: readonly string[], uri: string): readonly string[] {
  const containing = workspace.filter((folder) => uri.startsWith(`${folder}/`)).sort((a, b) => b.length - a.length);
  const own = parent(uri);
  if (own === undefined) return [];
  const top = containing[0] ?? own;
  const folders: string[] = [];
  for (let folder: string | undefined = own; folder !== undefined && folder.length >= top.length; folder = parent(folder)) folders.push(folder);
  return folders;
}

/** The address one level up, without a slash at its end; undefined at the root. */
function parent(uri: string): string | undefined {
  const end = uri.lastIndexOf("/");
  const root = /^[^:/?#]+:(\/\/[^/]*)?/.exec(uri)?.[0].length ?? 0;
  return end < root ? undefined : uri.slice(0, end);
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
