import { resolveUri } from "../base/address.ts";
import { once } from "../base/memo.ts";
import { unknown, type Value } from "../model/value.ts";
import type { ProjectFiles } from "../project/files.ts";
import type { FileState, Snapshot } from "./snapshot.ts";

/** What a check may see of the files of the workspace, and a record of what it looked at. */
export class FileAccess implements ProjectFiles {
  readonly #snapshot: Snapshot;
  readonly #template: string;
  /** Address → what the snapshot had of it; undefined for a file that was not read yet. */
  readonly seen: Map<string, FileState | undefined>;

  constructor(snapshot: Snapshot, template: string, seen: Map<string, FileState | undefined>) {
    this.#snapshot = snapshot;
    this.#template = template;
    this.seen = seen;
  }

  /** The text of a file, by its path relative to the template's folder. */
  beside(relative: string): Value<string | undefined> {
    const uri = resolveUri(this.#template, relative);
    return uri === undefined ? outside(relative) : this.#read(uri, relative, (text) => text);
  }

  text(uri: string): Value<string | undefined> {
    return this.#read(uri, shortOf(uri), (text) => text);
  }

  names(uri: string): Value<readonly string[] | undefined> {
    return this.#read(uri, shortOf(uri), (_, file) => linesOf(file));
  }

  includes(uri: string): boolean {
    return insideFolders(uri, this.#snapshot.folders);
  }

  /** What the snapshot has under an address; whoever asks depends on it. */
  state(uri: string): FileState | undefined {
    const file = this.#snapshot.files.get(uri);
    this.seen.set(uri, file);
    return file;
  }

  #read<T>(uri: string, name: string, of: (text: string, file: LoadedFile) => T): Value<T | undefined> {
    if (!this.includes(uri)) return outside(name);
    const file = this.state(uri);
    if (!file) return unknown(`${name} was not read yet`);
    if (file.state === "unreadable") return unknown(`${name} cannot be read`);
    const place = { uri, path: undefined, part: "value" } as const;
    if (file.state === "absent") return { known: true, value: undefined, place, origin: "absent", aspect: name };
    return { known: true, value: of(file.text, file), place, origin: "literal", aspect: name };
  }
}

type LoadedFile = Extract<FileState, { state: "loaded" }>;

const linesOf = once((file: LoadedFile): readonly string[] => file.text.split("\n").filter((line) => line !== ""));

const outside = (name: string) => unknown(`${name} lies outside the workspace`);

/** The end of an address, as messages name it. */
const shortOf = (uri: string): string => /[^/]*\/?$/.exec(uri)?.[0] ?? uri;

export function insideFolders(uri: string, folders: readonly string[]): boolean {
  return folders.length === 0 || folders.some((folder) => uri.startsWith(folder.endsWith("/") ? folder : `${folder}/`));
}
