import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const ENDINGS = process.platform === "win32" ? [".exe", ".cmd", ""] : [""];

/**
 * The first program of these names that the search path holds.
 * @param {readonly string[]} names
 * @returns {string | undefined} Its path.
 */
export function onPath(names) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const candidates = names.flatMap((name) => folders.flatMap((folder) => ENDINGS.map((ending) => join(folder, name + ending))));
  return candidates.find(isProgram);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
