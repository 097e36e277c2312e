import { resolveUri } from "../base/address.ts";
import { unknown, type Value } from "../model/value.ts";
import type { FileState, Snapshot } from "./snapshot.ts";

/** What a check may see of the files beside its template, and a record of what it looked at. */
export class FileAccess {
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
  text(relative: string): Value<string | undefined> {
    const uri = resolveUri(this.#template, relative);
    if (!uri || !insideFolders(uri, this.#snapshot.folders)) return unknown(`${relative} lies outside the workspace`);
    const file = this.#snapshot.files.get(uri);
    this.seen.set(uri, file);
    if (!file) return unknown(`${relative} was not read yet`);
    if (file.state === "unreadable") return unknown(`${relative} cannot be read`);
    return {
      known: true,
      value: file.state === "loaded" ? file.text : undefined,
      place: { uri, path: undefined, part: "value" },
      origin: file.state === "loaded" ? "literal" : "absent",
      aspect: relative,
    };
  }
}

function insideFolders(uri: string, folders: readonly string[]): boolean {
  return folders.length === 0 || folders.some((folder) => uri.startsWith(folder.endsWith("/") ? folder : `${folder}/`));
}
