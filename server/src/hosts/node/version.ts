import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** From the bundle, and from this source file. */
const MANIFESTS = ["../package.json", "../../../../package.json"];

/** The version of the program, as its package states it. */
export async function readVersion(): Promise<string> {
  for (const manifest of MANIFESTS) {
    try {
      const { name, version } = JSON.parse(await readFile(join(__dirname, manifest), "utf8")) as { readonly name?: unknown; readonly version?: unknown };
      if (name === "pillar-hints" && typeof version === "string") return version;
    } catch {
      // The bundle and the sources lie at different depths; the other place is tried.
    }
  }
  return "0.0.0";
}
