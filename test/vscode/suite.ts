/**
 * Runs every test inside the extension host and writes the results where the outside finds them. Desktop VS Code calls `run`; in the
 * workbench of code-server this is an extension of its own, and `activate` runs it.
 */
import { renameSync, writeFileSync } from "node:fs";
import Mocha from "mocha";

/** Also known to `scripts/editor/suite.mjs`. */
const RESULT = "PILLAR_HINTS_TEST_RESULT";
const AUTORUN = "PILLAR_HINTS_TEST_AUTORUN";
const TEST_MILLISECONDS = 30_000;

interface Result {
  readonly title: string;
  readonly state: "passed" | "failed" | "pending";
  readonly error?: string;
  readonly milliseconds: number;
}

export async function activate(): Promise<void> {
  if (process.env[AUTORUN] === "1") await run();
}

export async function run(): Promise<void> {
  const target = process.env[RESULT];
  if (target === undefined) throw new Error(`${RESULT} does not say where the results go.`);
  const results = await runTests().catch((error: unknown): Result[] => [{ title: "the suite itself", state: "failed", error: textOf(error), milliseconds: 0 }]);
  writeFileSync(`${target}.part`, JSON.stringify(results));
  renameSync(`${target}.part`, target);
}

async function runTests(): Promise<Result[]> {
  const mocha = new Mocha({ ui: "bdd", timeout: TEST_MILLISECONDS, reporter: class {} as unknown as Mocha.ReporterConstructor });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  // The files define their tests when they are loaded, which must not be before mocha has put its words in place.
  await import("./start.test.ts");
  await import("./findings.test.ts");
  await import("./fixes.test.ts");
  await import("./decisions.test.ts");
  await import("./settings.test.ts");
  await import("./status.test.ts");
  await import("./code.test.ts");
  const results: Result[] = [];
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on("pass", (test) => results.push(resultOf(test)));
    runner.on("pending", (test) => results.push(resultOf(test)));
    runner.on("fail", (test, error) => results.push({ ...resultOf(test), state: "failed", error: textOf(error) }));
  });
  return results;
}

function resultOf(test: Mocha.Runnable): Result {
  return { title: test.fullTitle(), state: test.state ?? "pending", milliseconds: test.duration ?? 0 };
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
