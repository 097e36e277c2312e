import { unknown } from "../../../server/src/model/value.ts";
import type { ProjectFiles } from "../../../server/src/project/files.ts";

export const WORKSPACE = "file:///project/";

/** Texts by path in the workspace. A path that ends with `/` is an empty folder; `undefined` is a file that was not read yet, as is the folder that it stands in. */
export type Texts = Readonly<Record<string, string | undefined>>;

/** The workspace as a review sees it, and what was asked for. */
export function filesOf(texts: Texts): { readonly files: ProjectFiles; readonly asked: string[] } {
  const asked: string[] = [];
  const folders = foldersOf(texts);
  const files: ProjectFiles = {
    includes: (uri) => uri.startsWith(WORKSPACE),
    text(uri) {
      asked.push(uri);
      const path = pathOf(uri);
      return path in texts && texts[path] === undefined ? unknown(`${path} was not read yet`) : known(uri, texts[path]);
    },
    names(uri) {
      asked.push(uri);
      const names = folders.get(pathOf(uri));
      return names?.unread ? unknown(`${pathOf(uri)} was not read yet`) : known(uri, names ? [...names.names] : undefined);
    },
  };
  return { files, asked };
}

interface Folder {
  readonly names: Set<string>;
  unread: boolean;
}

function foldersOf(texts: Texts): ReadonlyMap<string, Folder> {
  const folders = new Map<string, Folder>([["", { names: new Set(), unread: false }]]);
  for (const [path, text] of Object.entries(texts)) {
    const steps = path.split("/");
    for (const [depth, step] of steps.entries()) {
      const at = steps
        .slice(0, depth)
        .map((name) => `${name}/`)
        .join("");
      const folder = folders.get(at) ?? { names: new Set(), unread: false };
      folders.set(at, folder);
      const isLast = depth === steps.length - 1;
      if (step !== "") folder.names.add(isLast ? step : `${step}/`);
      if (isLast && text === undefined) folder.unread = true;
    }
  }
  return folders;
}

const pathOf = (uri: string): string => uri.slice(WORKSPACE.length).split("/").map(decodeURIComponent).join("/");

export const known = <T>(uri: string, value: T) =>
  ({ known: true, value, place: { uri, path: undefined, part: "value" }, origin: "literal", aspect: uri }) as const;
