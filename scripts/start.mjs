/**
 * `npm start [folder]`: builds the extension and opens VS Code with it on a folder, in a throw-away profile.
 */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { argv, env, platform } from "node:process";
import { addressOf, installInto, obtainCodeServer, serve } from "./editor/code-server.mjs";
import { installedDesktop, runCode } from "./editor/desktop.mjs";
import { onPath } from "./editor/path.mjs";
import { createProfile } from "./editor/profile.mjs";
import { ensureInstalled, root } from "./install.mjs";
import { packageExtension } from "./package.mjs";
import { start } from "./processes.mjs";
import { main, StepFailure, step } from "./steps.mjs";

const OPENERS = { darwin: ["open"], win32: ["explorer"], linux: ["xdg-open", "sensible-browser"] };
const A_DAY = 24 * 60 * 60;
const ADVICE = {
  package: "Repair what the message names; `npm run check` finds most of it.",
  install: "Remove the folder .vscode-test and try again.",
  server: "It is installed from npm, so a package registry must be reachable; or install VS Code, so that `code` is on the PATH.",
};

/** What is there to see, if the folder has it. */
const TEMPLATE = "template.yaml";

await main(async () => {
  const folder = resolve(argv[2] ?? join(root, "examples/orders"));
  if (!existsSync(folder)) throw new StepFailure(`There is no folder ${folder}.`, "Give the path of a folder with templates: npm start -- path/to/folder");
  await ensureInstalled();
  const extension = await step("Build and package", ADVICE.package, () => packageExtension());
  const desktop = installedDesktop();
  if ("executable" in desktop) await openDesktop(desktop.executable, extension, folder);
  else await openWorkbench(extension, folder, desktop.missing);
});

async function openDesktop(executable, extension, folder) {
  const profile = createProfile("start");
  await step("Install the extension", ADVICE.install, () => runCode(executable, profile, ["--install-extension", extension], { quiet: true }));
  console.log(`VS Code opens on ${folder}. This ends when its window is closed.`);
  await runCode(executable, profile, ["--new-window", "--wait", folder, ...(hasTemplate(folder) ? [join(folder, TEMPLATE)] : [])], { seconds: A_DAY });
}

async function openWorkbench(extension, folder, why) {
  console.log(`Desktop VS Code is not used: ${why}. The same workbench opens in a browser, from code-server.`);
  const server = await step("Get code-server", ADVICE.server, obtainCodeServer);
  const profile = createProfile("start");
  await step("Install the extension", ADVICE.install, () => installInto(server, profile, [extension]));
  const served = await step("Start code-server", ADVICE.install, () => serve(server, profile));
  const address = addressOf(served.address, folder, hasTemplate(folder) ? TEMPLATE : undefined);
  console.log(`\nOpen ${address}\nThis goes on until Ctrl+C.`);
  openBrowser(address);
  await served.ended;
  throw new StepFailure("code-server ended by itself.", "Start it again with npm start.");
}

function hasTemplate(folder) {
  return existsSync(join(folder, TEMPLATE));
}

function openBrowser(address) {
  const shown = platform !== "linux" || env.DISPLAY || env.WAYLAND_DISPLAY;
  const opener = shown ? onPath(OPENERS[platform] ?? []) : undefined;
  if (opener !== undefined) start(opener, [address]);
}
