/**
 * Programs that only the tests and `npm start` need, installed from npm into a folder of their own: they are no dependencies.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../install.mjs";
import { npm } from "../processes.mjs";

/** Holds editors, browsers, profiles and results; git ignores it. */
export const cache = join(root, ".vscode-test");

/**
 * Installs packages into a folder of the cache, once for each set of versions.
 * @param {string} name Name of the folder.
 * @param {readonly string[]} packages With exact versions, such as `code-server@4.139.1`.
 * @param {(folder: string) => Promise<unknown>} [afterwards] What else is needed before the installation counts as complete.
 * @returns {Promise<string>} The folder, which has `node_modules` in it.
 */
export async function installOnce(name, packages, afterwards = async () => {}) {
  const folder = join(cache, name);
  const complete = join(folder, `${packages.join("+").replaceAll(/[^\w.@+-]/g, "-")}.complete`);
  if (existsSync(complete)) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  await npm(["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-save", "--loglevel=error", ...packages], { cwd: folder, quiet: true });
  await afterwards(folder);
  writeFileSync(complete, "");
  return folder;
}
