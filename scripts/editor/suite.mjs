/**
 * Runs the suite of `test/vscode` inside the extension host of a real VS Code, whichever can be had.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, watch, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../install.mjs";
import { packageExtension } from "../package.mjs";
import { StepFailure, step } from "../steps.mjs";
import { openPage } from "./browser.mjs";
import { cache } from "./cache.mjs";
import { addressOf, installInto, obtainCodeServer, serve } from "./code-server.mjs";
import { downloadedDesktop, installedDesktop, profileArguments, runCode } from "./desktop.mjs";
import { createProfile } from "./profile.mjs";

/** Also known to `test/vscode/suite.ts`. */
const RESULT = "PILLAR_HINTS_TEST_RESULT";
const AUTORUN = "PILLAR_HINTS_TEST_AUTORUN";
const RUNNER = join(cache, "runner");
const SECONDS = 240;
const NO_EDITOR =
  "Install VS Code so that `code` is on the PATH (or set VSCODE to it), or make update.code.visualstudio.com or a package registry with code-server and @sparticuz/chromium reachable.";

/** @typedef {{ title: string, state: "passed" | "failed" | "pending", error?: string, milliseconds: number }} TestResult */

/**
 * @param {string} extension The packaged extension.
 * @returns {Promise<TestResult[]>}
 */
export async function runSuite(extension) {
  await step("Bundle the suite", "Repair what esbuild names in test/vscode.", bundleRunner);
  const result = join(cache, "result.json");
  rmSync(result, { force: true });
  const desktop = await desktopForTests();
  if ("executable" in desktop) await step("Run the suite in desktop VS Code", NO_EDITOR, () => inDesktop(desktop.executable, extension, result));
  else await step("Run the suite in code-server", NO_EDITOR, () => inWorkbench(extension, result));
  if (!existsSync(result)) throw new StepFailure("VS Code ended before the suite did.", NO_EDITOR);
  return JSON.parse(readFileSync(result, "utf8"));
}

/** A copy of the sample that tests may change. */
export function copyOfSample(name) {
  const folder = join(cache, "workspaces", name);
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(root, "examples/orders"), folder, { recursive: true });
  return folder;
}

async function desktopForTests() {
  const installed = installedDesktop();
  if ("executable" in installed) return installed;
  const downloaded = await downloadedDesktop();
  if ("missing" in downloaded) console.log(`  Desktop VS Code is not used: ${installed.missing}; ${downloaded.missing}.`);
  return downloaded;
}

async function bundleRunner() {
  const { build } = await import("esbuild");
  rmSync(RUNNER, { recursive: true, force: true });
  mkdirSync(RUNNER, { recursive: true });
  writeFileSync(join(RUNNER, "package.json"), JSON.stringify(runnerManifest()));
  writeFileSync(join(RUNNER, "README.md"), "Runs the tests.\n");
  cpSync(join(root, "LICENSE"), join(RUNNER, "LICENSE"));
  const options = { bundle: true, platform: "node", format: "cjs", target: "node20", external: ["vscode"], logLevel: "error" };
  await build({ ...options, entryPoints: [join(root, "test/vscode/suite.ts")], outfile: join(RUNNER, "suite.js") });
}

/** It declares the setting of the YAML extension, because the editor shows defaults of declared settings alone. */
function runnerManifest() {
  const { version, engines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const configuration = { properties: { "yaml.customTags": { type: "array", default: [] } } };
  return {
    name: "suite",
    publisher: "pillar-hints",
    version,
    engines: { vscode: engines.vscode },
    main: "./suite.js",
    activationEvents: ["onStartupFinished"],
    contributes: { configuration },
  };
}

async function inDesktop(executable, extension, result) {
  const { runTests } = await import("@vscode/test-electron");
  const profile = createProfile("suite");
  await runCode(executable, profile, ["--install-extension", extension], { quiet: true });
  const ended = runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: RUNNER,
    extensionTestsPath: join(RUNNER, "suite.js"),
    extensionTestsEnv: { [RESULT]: result },
    launchArgs: [copyOfSample("suite"), ...profileArguments(profile)],
  });
  await ended.catch((error) => {
    if (!existsSync(result)) throw error;
  });
}

async function inWorkbench(extension, result) {
  const server = await obtainCodeServer();
  const profile = createProfile("suite");
  await installInto(server, profile, [extension, await packageExtension(RUNNER, join(cache, "suite.vsix"))]);
  const served = await serve(server, profile, { [RESULT]: result, [AUTORUN]: "1" });
  const { browser, page } = await openPage(addressOf(served.address, copyOfSample("suite")));
  try {
    await appearance(result);
  } catch (error) {
    await page.screenshot({ path: join(root, "test/screenshots/suite-failed.png") });
    throw error;
  } finally {
    await browser.close();
    served.stop();
  }
}

/** Waits until the suite has written its result as a whole. */
function appearance(path) {
  return new Promise((resolve, reject) => {
    const done = (settle, value) => {
      clearTimeout(timer);
      watcher.close();
      settle(value);
    };
    const timer = setTimeout(
      () => done(reject, new Error(`The suite gave no result within ${SECONDS} s; see test/screenshots/suite-failed.png.`)),
      SECONDS * 1000,
    );
    const watcher = watch(dirname(path), () => existsSync(path) && done(resolve));
    if (existsSync(path)) done(resolve);
  });
}
