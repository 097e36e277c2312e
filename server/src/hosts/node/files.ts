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

/** Reads a file of the disk by its address; what lies elsewhere is unreadable. Never rejects. */
export async function readFile(uri: string): Promise<FileState> {
  const path = pathOf(uri);
  if (path === undefined) return { state: "unreadable" };
  const reading = await readPath(path);
  return reading.state === "loaded" ? { state: "loaded", text: reading.text } : { state: reading.state };
}

/** Reads a file of the disk, with what is needed to write it back. Never rejects. */
export const readPath = (path: string): Promise<FileReading> => inTurn(() => reading(path));

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

async function reading(path: string): Promise<FileReading> {
  try {
    // Opening a pipe would wait for its writer, and devices may never end.
    const found = await stat(path);
    if (!found.isFile()) return found.isDirectory() ? { state: "absent" } : { state: "unreadable", why: "not a file" };
    if (found.size > LARGEST_FILE) return { state: "unreadable", why: "too large" };
    const text = decoded(await readBytes(path));
    return text ? { state: "loaded", ...text } : { state: "unreadable", why: "binary" };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return code === "ENOENT" || code === "ENOTDIR" ? { state: "absent" } : { state: "unreadable", why: "failed" };
  }
}

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
