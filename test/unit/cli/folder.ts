import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Makes a throw-away folder with these files, and removes it when `use` is done. A path with a slash at its end is an empty folder. */
export async function inFolder<T>(files: Readonly<Record<string, string | Uint8Array>>, use: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "pillar-hints-")));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(join(folder, name.endsWith("/") ? name : dirname(name)), { recursive: true });
      if (!name.endsWith("/")) writeFileSync(join(folder, name), content);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
