/**
 * Installs what is missing, so that every script works straight after `git clone`. Imports nothing that is installed.
 */
import { statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { npm } from "./processes.mjs";
import { StepFailure, step } from "./steps.mjs";

export const root = fileURLToPath(new URL("..", import.meta.url));
const OLDEST_NODE = 20;

/** Runs `npm ci` when `node_modules` is missing or older than the lockfile. */
export async function ensureInstalled() {
  if (Number(process.versions.node.split(".")[0]) < OLDEST_NODE) {
    throw new StepFailure(`This is Node ${process.versions.node}.`, `Install Node ${OLDEST_NODE} or later from https://nodejs.org and run this again.`);
  }
  if (changed("node_modules/.package-lock.json") >= changed("package-lock.json")) return;
  await step("Install packages", "Look at the output of npm above; with a connection to a package registry, `npm ci --ignore-scripts` must succeed.", () =>
    npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: root }),
  );
}

/** When a file of the repository changed, in milliseconds since 1970; 0 when it is not there. */
function changed(path) {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
