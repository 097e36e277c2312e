/**
 * `npm run generate`: writes everything that follows from the rules, and removes pages of rules that are gone. A unit test fails while any of it is stale.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generatedFiles } from "./generate/files.ts";
import { PAGE_FOLDERS } from "./generate/pages.ts";
import { ROOT } from "./generate/root.ts";

async function generate(): Promise<void> {
  const files = await generatedFiles();
  const stale = [...files].filter(([path, text]) => !existsSync(join(ROOT, path)) || readFileSync(join(ROOT, path), "utf8") !== text);
  for (const [path, text] of stale) write(path, text);
  const gone = PAGE_FOLDERS.flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`)).filter((path) => !files.has(path));
  for (const path of gone) rmSync(join(ROOT, path));
  console.log([...stale.map(([path]) => `wrote ${path}`), ...gone.map((path) => `removed ${path}`)].join("\n") || "everything is fresh");
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true });
  writeFileSync(join(ROOT, path), text);
}

generate().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
