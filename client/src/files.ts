/** Reads what a review asks for, through the editor's file systems: disk, remote machine or browsed repository. */
import { FileSystemError, FileType, Uri, workspace } from "vscode";
import type { ReadFileParams, ReadFileResult } from "../../server/src/hosts/lsp/protocol.ts";

/** Nothing that a review reads beside the template is larger; a larger file counts as unreadable. */
const LARGEST_BYTES = 10_000_000;

export async function readFile({ uri }: ReadFileParams): Promise<ReadFileResult> {
  const address = Uri.parse(uri);
  try {
    const { type, size } = await workspace.fs.stat(address);
    if ((type & FileType.File) === 0 || size > LARGEST_BYTES) return { state: "unreadable" };
    return { state: "loaded", text: new TextDecoder().decode(await workspace.fs.readFile(address)) };
  } catch (error) {
    return { state: error instanceof FileSystemError && error.code === "FileNotFound" ? "absent" : "unreadable" };
  }
}
