import { type Dirent, readdirSync, readFileSync, type Stats, statSync } from "node:fs";
import { readFile as readBytes, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FileState } from "../../engine/snapshot.ts";
import { bounded } from "./bounded.ts";
import { decoded, type FileText } from "./text.ts";

/** Bytes of the largest file that is read; templates may have one megabyte at AWS. */
export const LARGEST_FILE = 10 * 1024 * 1024;

export type Loaded = { readonly state: "loaded" } & FileText;
export type FileReading = Loaded | { readonly state: "absent" } | { readonly state: "unreadable"; readonly why: Unreadable };
export type Unreadable = "too large" | "binary" | "not a file" | "failed";

/** At most this many files are open at once, whoever asks. */
const inTurn = bounded(16);

/** Reads a file or folder of the disk by its address; what lies elsewhere is unreadable. Never rejects. */
export async function readFile(uri: string): Promise<FileState> {
  const path = pathOf(uri);
  if (path !== undefined && uri.endsWith("/")) return inTurn(async () => namesIn(path));
  return path === undefined ? { state: "unreadable" } : stateOf(await readPath(path));
}

/** Reads a file of the disk, with what is needed to write it back. Never rejects. */
const readPath = (path: string): Promise<FileReading> =>
  inTurn(async () => {
    try {
      const found = await stat(path);
      return refused(found) ?? textOf(await readBytes(path));
    } catch (error) {
      return failed(error);
    }
  });

/** The same at once, for programs that have nothing else to do meanwhile: it takes a fifth of the time. Never throws. */
export function readPathNow(path: string): FileReading {
  try {
    // Most files that a review asks about are not there, and an error takes longer than an answer.
    const found = statSync(path, { throwIfNoEntry: false });
    return found ? (refused(found) ?? textOf(readFileSync(path))) : { state: "absent" };
  } catch (error) {
    return failed(error);
  }
}

/** Reads a file or folder by its address at once; what lies elsewhere than on the disk is unreadable. Never throws. */
export function readFileNow(uri: string): FileState {
  const path = pathOf(uri);
  if (path !== undefined && uri.endsWith("/")) return namesIn(path);
  return path === undefined ? { state: "unreadable" } : stateOf(readPathNow(path));
}

/** Texts that stand beside the bundle: name → the file there, and where it lies among the sources. */
const ASSETS = {
  iamActions: ["iam-actions.txt", "../../knowledge/iam/iam-actions.generated.txt"],
} as const;

/** The text of an asset; undefined where the installation lacks it. */
export async function readAsset(name: keyof typeof ASSETS): Promise<string | undefined> {
  for (const file of ASSETS[name]) {
    try {
      return await readBytes(join(__dirname, file), "utf8");
    } catch {
      // The other place is tried; without any the review goes on and what rests on the asset is unknown.
    }
  }
  return undefined;
}

/** Why a file is not even opened: opening a pipe would wait for its writer, and devices may never end. */
function refused(found: Stats): FileReading | undefined {
  if (found.isDirectory()) return { state: "absent" };
  if (!found.isFile()) return { state: "unreadable", why: "not a file" };
  return found.size > LARGEST_FILE ? { state: "unreadable", why: "too large" } : undefined;
}

function textOf(bytes: Buffer): FileReading {
  const text = decoded(bytes);
  return text ? { state: "loaded", ...text } : { state: "unreadable", why: "binary" };
}

function failed(error: unknown): FileReading {
  const { code } = error as NodeJS.ErrnoException;
  return code === "ENOENT" || code === "ENOTDIR" ? { state: "absent" } : { state: "unreadable", why: "failed" };
}

/** The names in a folder. Listing one takes as long as looking for a single file in it, so it is done at once. */
function namesIn(path: string): FileState {
  try {
    const names = readdirSync(path, { withFileTypes: true }).map((entry) => (isFolder(path, entry) ? `${entry.name}/` : entry.name));
    return { state: "loaded", text: names.sort().join("\n") };
  } catch (error) {
    return { state: failed(error).state === "absent" ? "absent" : "unreadable" };
  }
}

/** A link to a folder counts as one. */
function isFolder(path: string, entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  try {
    return statSync(join(path, entry.name)).isDirectory();
  } catch {
    // It leads nowhere, or to itself.
    return false;
  }
}

const stateOf = (reading: FileReading): FileState => (reading.state === "loaded" ? { state: "loaded", text: reading.text } : { state: reading.state });

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
