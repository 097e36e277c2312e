/** Reads what a review asks for, through the editor's file systems: disk, remote machine or browsed repository. */
import { FileSystemError, FileType, Uri, workspace } from "vscode";
import type { ReadBytesParams, ReadBytesResult, ReadFileParams, ReadFileResult } from "../../server/src/hosts/lsp/protocol.ts";

/** Nothing that a review reads beside the template is larger; a larger file counts as unreadable. */
const LARGEST_BYTES = 10_000_000;

/** A file, or the names in a folder, whose address ends with `/`. */
export async function readFile({ uri }: ReadFileParams): Promise<ReadFileResult> {
  const address = Uri.parse(uri);
  try {
    if (uri.endsWith("/")) return { state: "loaded", text: namesOf(await workspace.fs.readDirectory(address)) };
    const { type, size } = await workspace.fs.stat(address);
    if ((type & FileType.File) === 0 || size > LARGEST_BYTES) return { state: "unreadable" };
    return { state: "loaded", text: new TextDecoder().decode(await workspace.fs.readFile(address)) };
  } catch (error) {
    return { state: error instanceof FileSystemError && error.code === "FileNotFound" ? "absent" : "unreadable" };
  }
}

/** Reads a part of the extension itself for a server that can't; rejects where it is not there. */
export async function readBytes({ uri }: ReadBytesParams): Promise<ReadBytesResult> {
  return workspace.fs.readFile(Uri.parse(uri));
}

/** One name a line, those of folders with a `/` behind them. */
const namesOf = (entries: readonly (readonly [string, FileType])[]): string =>
  entries
    .map(([name, type]) => ((type & FileType.Directory) === 0 ? name : `${name}/`))
    .sort()
    .join("\n");
