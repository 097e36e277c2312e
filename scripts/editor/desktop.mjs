/**
 * Desktop VS Code: the one that is installed, or the one that `@vscode/test-electron` downloads.
 */
import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { run } from "../processes.mjs";
import { cache } from "./cache.mjs";
import { onPath } from "./path.mjs";

const RELEASES = "https://update.code.visualstudio.com/api/releases/stable";
const SECONDS_TO_ANSWER = 5;
const SECONDS_TO_DOWNLOAD = 240;
const SNAP = "/snap/code/current/usr/share/code/code";

/** @typedef {{ readonly executable: string } | { readonly missing: string }} Desktop The program itself, not its command-line script; or why there is none. */

/**
 * The desktop VS Code that VSCODE names, or whose `code` is on the search path.
 * @returns {Desktop}
 */
export function installedDesktop() {
  if (!hasDisplay()) return { missing: "there is no display" };
  const named = process.env.VSCODE;
  const command = named ?? onPath(["code"]);
  if (command === undefined) return { missing: "VSCODE is not set and no `code` is on the PATH" };
  const executable = executableOf(command);
  return executable === undefined ? { missing: `${command} is not desktop VS Code` } : { executable };
}

/**
 * Downloads VS Code into the cache; without a connection it gives up within seconds.
 * @returns {Promise<Desktop>}
 */
export async function downloadedDesktop() {
  if (!hasDisplay()) return { missing: "there is no display" };
  try {
    await fetch(RELEASES, { signal: AbortSignal.timeout(SECONDS_TO_ANSWER * 1000) });
    const { download } = await import("@vscode/test-electron");
    const executable = await Promise.race([download({ version: "stable", cachePath: cache, timeout: SECONDS_TO_ANSWER * 1000 }), tooLong()]);
    return { executable };
  } catch (error) {
    return { missing: `VS Code can't be downloaded (${error.cause?.code ?? error.message})` };
  }
}

/**
 * Runs the command-line side of VS Code, as `code` does.
 * @param {string} executable
 * @param {import("./profile.mjs").Profile} profile
 * @param {readonly string[]} parameters
 */
export async function runCode(executable, profile, parameters, options = {}) {
  const { resolveCliPathFromVSCodeExecutablePath } = await import("@vscode/test-electron");
  const command = resolveCliPathFromVSCodeExecutablePath(executable);
  const all = [...profileArguments(profile), ...parameters];
  return command.endsWith(".cmd") ? run("cmd", ["/d", "/c", command, ...all], options) : run(command, all, options);
}

/** What every start of desktop VS Code on a throw-away profile is given. */
export function profileArguments({ userData, extensions }) {
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return ["--user-data-dir", userData, "--extensions-dir", extensions, ...asRoot];
}

function hasDisplay() {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

/** `code` is a script beside the program, at a place that depends on the system. */
function executableOf(command) {
  if (!existsSync(command)) return undefined;
  const path = realpathSync(command);
  if (basename(path) === "snap") return [SNAP].find(existsSync);
  const folder = dirname(path);
  if (basename(folder) !== "bin") return path;
  const contents = join(folder, "../../..");
  const candidates = {
    darwin: [join(contents, "MacOS/Code"), join(contents, "MacOS/Electron")],
    win32: [join(folder, "../Code.exe")],
    linux: [join(folder, "../code")],
  };
  return (candidates[process.platform] ?? []).find(existsSync);
}

function tooLong() {
  return new Promise((_, reject) => setTimeout(() => reject(new Error(`it takes longer than ${SECONDS_TO_DOWNLOAD} s`)), SECONDS_TO_DOWNLOAD * 1000).unref());
}
