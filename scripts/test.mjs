/**
 * `npm test [unit] [vscode] [ui]`: all tests, or the named parts. The last line says how many passed and failed.
 */

import { join } from "node:path";
import { argv, execPath } from "node:process";
import { obtainBrowser } from "./editor/chromium.mjs";
import { addressOf, installInto, obtainCodeServer, serve } from "./editor/code-server.mjs";
import { createProfile } from "./editor/profile.mjs";
import { copyOfSample, runSuite } from "./editor/suite.mjs";
import { ensureInstalled, root } from "./install.mjs";
import { packageExtension } from "./package.mjs";
import { runForResult } from "./processes.mjs";
import { main, step } from "./steps.mjs";

const MOCHA = join(root, "node_modules/mocha/bin/mocha.js");
/** Also known to `test/ui/workbench.ts`. */
const UI = "PILLAR_HINTS_UI";
const WEB_HOST = { "remote.extensionKind": { "pillar-hints.pillar-hints": ["ui"] } };
const NO_BROWSER = "Install Google Chrome or Chromium, and Node 22.15 or later, or make a package registry with code-server and @sparticuz/chromium reachable.";
const PARTS = { unit: testUnits, vscode: testInEditor, ui: testByHand };

/** Both suites want the package, which is made once; a failure to make it fails both. */
let making;
const packaged = () => {
  making ??= step("Build and package", "Repair what the message names; `npm run check` finds most of it.", () => packageExtension());
  return making;
};

await main(async () => {
  await ensureInstalled();
  const named = argv.slice(2);
  const parts = Object.entries(PARTS).filter(([name]) => named.length === 0 || named.includes(name));
  const counts = [];
  for (const [name, part] of parts) counts.push(await countOf(name, part));
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  if (failed > 0) process.exitCode = 1;
  console.log(`\n${passed} passed, ${failed} failed`);
});

/** A part that can't even run counts as one failure, and the others still run. */
async function countOf(name, part) {
  console.log(`\n— ${name}`);
  try {
    return await part();
  } catch (error) {
    console.error(`${error.message}\n→ ${error.advice ?? "This is a fault of the test program itself."}`);
    return { passed: 0, failed: 1 };
  }
}

async function testUnits() {
  return mocha(["--reporter", "dot"]);
}

async function testInEditor() {
  const results = await runSuite(await packaged());
  for (const { title, state, error, milliseconds } of results) {
    console.log(`  ${state === "passed" ? "✔" : "✖"} ${title} (${milliseconds} ms)${error === undefined ? "" : `\n${error}`}`);
  }
  const passed = results.filter(({ state }) => state === "passed").length;
  return { passed, failed: results.length - passed };
}

async function testByHand() {
  const extension = await packaged();
  const server = await step("Get code-server", NO_BROWSER, obtainCodeServer);
  const browser = await step("Get a browser", NO_BROWSER, obtainBrowser);
  const [node, web] = [createProfile("ui"), createProfile("ui-web", WEB_HOST)];
  for (const profile of [node, web]) await installInto(server, profile, [extension]);
  const served = [await serve(server, node), await serve(server, web)];
  const [address, webAddress] = served.map((each, index) => addressOf(each.address, copyOfSample(`ui-${index}`)));
  const env = { ...process.env, [UI]: JSON.stringify({ address, webAddress, browser }) };
  try {
    return await mocha(["--no-config", "--import=tsx", "--timeout=60000", "--reporter=spec", "test/ui/**/*.test.ts"], env);
  } finally {
    for (const each of served) each.stop();
  }
}

async function mocha(parameters, env) {
  const { code, output } = await runForResult(execPath, [MOCHA, ...parameters], { cwd: root, env });
  const number = (word) => Number(new RegExp(`^\\s*(\\d+) ${word}`, "m").exec(output)?.[1] ?? 0);
  const [failed, skipped] = [number("failing"), number("pending")];
  if (skipped > 0) console.log(`${skipped} of these can't be tried here, such as unreadable files as the user root.`);
  return { passed: number("passing"), failed: failed === 0 && code !== 0 ? 1 : failed };
}
