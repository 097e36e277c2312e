import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execPath } from "node:process";
import { ROOT } from "../generate/root.ts";
import { median, type Row, row } from "./rows.ts";
import type { Template } from "./templates.ts";

const ROUNDS = 5;

/** The time that the command line takes for a folder of templates, its start included. */
export async function commandLineRow(templates: readonly Template[], goal: number): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "pillar-hints-bench-"));
  try {
    for (const [index, { text }] of templates.entries()) {
      mkdirSync(join(folder, String(index)));
      writeFileSync(join(folder, String(index), "template.yaml"), text);
    }
    const times = Array.from({ length: ROUNDS }, () => {
      const started = performance.now();
      const { status, stderr } = spawnSync(execPath, [join(ROOT, "dist", "cli.js"), "review", folder, "--format", "json"], {
        maxBuffer: 2 ** 28,
        encoding: "utf8",
      });
      if (status !== 0 && status !== 1) throw new Error(`The command line ended with ${status}: ${stderr}`);
      return (performance.now() - started) / 1000;
    });
    const kilobytes = templates.reduce((sum, { text }) => sum + text.length, 0) / 1000;
    return [row(`${templates.length} templates by the command line, median of ${ROUNDS} (${Math.round(kilobytes)} KB)`, median(times), "s", goal)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
