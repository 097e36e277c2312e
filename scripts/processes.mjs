/**
 * Runs other programs and ends every one of them with this program, however it ends.
 */
import { spawn, spawnSync } from "node:child_process";

const running = new Set();
const onWindows = process.platform === "win32";

/**
 * Runs a program to its end and gives back what it wrote to its standard output.
 * @param {string} command Path or name of a program.
 * @param {readonly string[]} parameters
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, seconds?: number }} [options] `quiet` keeps its output off the terminal
 *   and puts the end of it into the error; `seconds` is how long it may take (default 10 minutes).
 * @returns {Promise<{ code: number, output: string }>} Never rejects for an exit code; see `run`.
 */
export async function runForResult(command, parameters, options = {}) {
  const child = start(command, parameters, options);
  let output = "";
  const collect = (target) => (chunk) => {
    output += chunk;
    if (!options.quiet) target.write(chunk);
  };
  child.stdout.on("data", collect(process.stdout));
  child.stderr.on("data", collect(process.stderr));
  const seconds = options.seconds ?? 600;
  const timer = setTimeout(() => {
    output += `\nIt was ended because it took longer than ${seconds} seconds.`;
    stop(child);
  }, seconds * 1000);
  try {
    const code = await new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (exit) => resolve(exit ?? 1));
    });
    return { code, output };
  } finally {
    clearTimeout(timer);
  }
}

/** As `runForResult`; an exit code other than 0 is an error that carries the end of the output. */
export async function run(command, parameters, options = {}) {
  const result = await runForResult(command, parameters, options);
  if (result.code === 0) return result.output;
  const tail = options.quiet ? `\n${result.output.trim().split("\n").slice(-15).join("\n")}` : "";
  throw new Error(`${[command, ...parameters].join(" ")} ended with code ${result.code}.${tail}`);
}

/**
 * Starts a program that goes on. It leads its own process group, so that what it starts ends with it.
 * @returns {import("node:child_process").ChildProcessByStdio<null, import("node:stream").Readable, import("node:stream").Readable>}
 */
export function start(command, parameters, { cwd, env } = {}) {
  const child = spawn(command, parameters, { cwd, env: env ?? process.env, stdio: ["ignore", "pipe", "pipe"], detached: !onWindows, windowsHide: true });
  child.stdout.setEncoding("utf8");
  child.stderr.setEncoding("utf8");
  running.add(child);
  child.once("close", () => running.delete(child));
  return child;
}

/** Ends a program that `start` gave back, and its children. */
export function stop(child) {
  if (child.pid === undefined || !running.has(child)) return;
  if (onWindows) spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"]);
  else endGroup(child.pid);
}

/** Ends everything that is still running. */
export function stopAll() {
  for (const child of running) stop(child);
}

/** Runs npm with the program that runs this one, so that it needs no shell. */
export function npm(parameters, options) {
  const script = process.env.npm_execpath;
  if (script?.endsWith(".js")) return run(process.execPath, [script, ...parameters], options);
  return onWindows ? run("cmd", ["/d", "/s", "/c", "npm", ...parameters], options) : run("npm", parameters, options);
}

function endGroup(leader) {
  try {
    process.kill(-leader, "SIGKILL");
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

process.on("exit", stopAll);
for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
]) {
  process.on(signal, () => process.exit(code));
}
