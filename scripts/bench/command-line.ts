import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execPath } from "node:process";
import { ROOT } from "../generate/root.ts";
import { median, type Row, row } from "./rows.ts";
import type { Template } from "./templates.ts";

const ROUNDS = 5;

/** Reads what stands in a folder with `yaml` and does nothing else: the least that a program of its kind can take. */
const READING = `
const { readdirSync, readFileSync } = require("node:fs");
const { parseDocument } = require(${JSON.stringify(createRequire(join(ROOT, "package.json")).resolve("yaml"))});
const folder = process.argv[1];
for (const name of readdirSync(folder)) parseDocument(readFileSync(folder + "/" + name + "/template.yaml", "utf8"), { logLevel: "silent", prettyErrors: false });
`;

/** The time that the command line takes for a folder of templates, its start included. */
export async function commandLineRows(templates: readonly Template[], goal: number): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "pillar-hints-bench-"));
  try {
    for (const [index, { text }] of templates.entries()) {
      mkdirSync(join(folder, String(index)));
      writeFileSync(join(folder, String(index), "template.yaml"), text);
    }
    const review = seconds([join(ROOT, "dist", "cli.js"), "review", folder, "--format", "json"], (output) => reviewedIn(output) === templates.length);
    const reading = seconds(["-e", READING, folder]);
    const kilobytes = templates.reduce((sum, { text }) => sum + text.length, 0) / 1000;
    return [
      row(`${templates.length} templates by the command line, median of ${ROUNDS} (${Math.round(kilobytes)} KB)`, review, "s", goal),
      row("  reading them with `yaml` alone, in a process of its own", reading, "s"),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How many templates a report tells of; a program that only breaks off ends fast, and with the status that findings have. */
function reviewedIn(output: string): number {
  const { files } = JSON.parse(output) as { readonly files: number };
  return files;
}

function seconds(parameters: readonly string[], complete: (output: string) => boolean = () => true): number {
  return median(
    Array.from({ length: ROUNDS }, () => {
      const started = performance.now();
      const { status, stdout, stderr } = spawnSync(execPath, parameters, { maxBuffer: 2 ** 28, encoding: "utf8" });
      if (status !== 0 && status !== 1) throw new Error(`The program ended with ${status}: ${stderr}`);
      const taken = (performance.now() - started) / 1000;
      if (stderr !== "" || !complete(stdout)) throw new Error(`The program did not do all of its work: ${stderr}`);
      return taken;
    }),
  );
}
