import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { execPath } from "node:process";
import { ROOT } from "./root.ts";

const BIOME = join(ROOT, "node_modules", "@biomejs", "biome", "bin", "biome");

/** A text as the formatter of the repository writes it, so that a generated file passes the same check as all others. */
export function formatted(name: string, text: string): string {
  return execFileSync(execPath, [BIOME, "format", `--stdin-file-path=${join(ROOT, "scripts", name)}`], { cwd: ROOT, input: text, encoding: "utf8" });
}
