/**
 * A program of named steps: a failed step says which one it was and what to do.
 */
import { performance } from "node:perf_hooks";

/** An error with a sentence that says what to do about it. */
export class StepFailure extends Error {
  constructor(message, advice) {
    super(message);
    this.advice = advice;
  }
}

/**
 * Runs one step and prints its name and how long it took.
 * @template Result
 * @param {string} name What is being done, such as "Build".
 * @param {string} advice What to do when it fails, as a whole sentence.
 * @param {() => Promise<Result> | Result} action
 * @returns {Promise<Result>}
 */
export async function step(name, advice, action) {
  const began = performance.now();
  console.log(`▸ ${name}`);
  try {
    const result = await action();
    console.log(`  ${name}: done in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    return result;
  } catch (error) {
    throw new StepFailure(`The step “${name}” failed: ${error.message}`, error.advice ?? advice);
  }
}

/** Runs a program of steps and ends the process: 0, or 1 with what failed and what to do. */
export async function main(program) {
  try {
    await program();
    process.exit(process.exitCode ?? 0);
  } catch (error) {
    console.error(error instanceof StepFailure ? `\n${error.message}\n→ ${error.advice}` : error);
    process.exit(1);
  }
}
