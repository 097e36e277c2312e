import { dirname, sep } from "node:path";
import { repositoryOf } from "./walk.ts";

/**
 * The folder that counts as the workspace of a file, as an editor would have it open: the repository around the working
 * directory, or the working directory; for a file elsewhere its own repository, or its folder.
 */
export function workspaceOf(workingDirectory: string): (path: string) => string {
  const here = repositoryOf(workingDirectory) ?? workingDirectory;
  const elsewhere = new Map<string, string>();
  return (path) => {
    if (path.startsWith(here.endsWith(sep) ? here : here + sep)) return here;
    const folder = dirname(path);
    const known = elsewhere.get(folder) ?? repositoryOf(folder) ?? folder;
    elsewhere.set(folder, known);
    return known;
  };
}
