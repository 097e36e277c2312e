/**
 * `npm run check`: types of the three projects, lint and format, and the layers. All of them run, so that one run shows everything.
 */
import { join } from "node:path";
import { execPath } from "node:process";
import { ensureInstalled, root } from "./install.mjs";
import { runForResult } from "./processes.mjs";
import { main } from "./steps.mjs";

const program = (path) => join(root, "node_modules", path);
const CHECKS = [
  { name: "types of the server", parameters: [program("typescript/bin/tsc"), "-p", "server", "--noEmit"] },
  { name: "types of hosts, scripts and tests", parameters: [program("typescript/bin/tsc"), "-p", ".", "--noEmit"] },
  { name: "types of the client", parameters: [program("typescript/bin/tsc"), "-p", "client", "--noEmit"] },
  { name: "lint and format", parameters: [program("@biomejs/biome/bin/biome"), "check", "--error-on-warnings"] },
  { name: "layers", parameters: [program("mocha/bin/mocha.js"), "--no-config", "--import=tsx", "--reporter=dot", "test/unit/layers.test.ts"] },
];

await main(async () => {
  await ensureInstalled();
  let failed = 0;
  for (const { name, parameters } of CHECKS) {
    const { code } = await runForResult(execPath, parameters, { cwd: root });
    console.log(`${code === 0 ? "✔" : "✖"} ${name}`);
    if (code !== 0) failed += 1;
  }
  if (failed > 0) process.exitCode = 1;
  console.log(`${CHECKS.length - failed} passed, ${failed} failed`);
});
