import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { Worker } from "node:worker_threads";
import { ROOT } from "../generate/root.ts";
import type { Check, Outcome, Setting, Task } from "./task.ts";

/** A file that takes longer hangs, in milliseconds. */
const PATIENCE = 60_000;

/** What became of a task; a thread that hung or broke was ended. */
export type Result = { readonly outcome: Outcome } | { readonly broken: Check; readonly detail: string };

export interface Pool {
  /** Results in the order of the tasks. */
  run(tasks: readonly Task[]): Promise<readonly Result[]>;
  close(): Promise<void>;
}

/** What a bundle of the server finds beside itself. */
const GRAMMARS = [
  "web-tree-sitter/web-tree-sitter.wasm",
  ...["javascript", "typescript", "tsx", "python"].map((name) => `@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`),
];

/** Threads that check files, as many as there are processors. They run a bundle: what is checked is what is shipped, and they start fast. */
export async function openPool(setting: Setting): Promise<Pool> {
  const { build } = await import("esbuild");
  const folder = mkdtempSync(join(tmpdir(), "pillar-hints-corpus-"));
  const program = join(folder, "worker.cjs");
  await build({
    entryPoints: [join(import.meta.dirname, "worker.ts")],
    outfile: program,
    absWorkingDir: ROOT,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    alias: { "web-tree-sitter": join(ROOT, "node_modules/web-tree-sitter/web-tree-sitter.cjs") },
    mainFields: ["module", "main"],
    logLevel: "warning",
  });
  mkdirSync(join(folder, "grammars"));
  for (const file of GRAMMARS) symlinkSync(join(ROOT, "node_modules", file), join(folder, "grammars", basename(file)));
  const seats = Array.from({ length: availableParallelism() }, (): Seat => ({ worker: undefined }));
  return {
    async run(tasks) {
      const results: Result[] = [];
      let next = 0;
      const work = async (seat: Seat): Promise<void> => {
        for (let index = next++; index < tasks.length; index = next++) {
          const task = tasks[index];
          if (task) results[index] = await doOne(seat, task, () => new Worker(program, { workerData: setting }));
        }
      };
      await Promise.all(seats.map(work));
      return results;
    },
    async close() {
      await Promise.all(seats.map(({ worker }) => worker?.terminate()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Where a thread works; another takes its place when it had to be ended. */
interface Seat {
  worker: Worker | undefined;
}

async function doOne(seat: Seat, task: Task, start: () => Worker): Promise<Result> {
  const worker = seat.worker ?? start();
  seat.worker = worker;
  const result = await answered(worker, task);
  if ("broken" in result) {
    seat.worker = undefined;
    await worker.terminate();
  }
  return result;
}

function answered(worker: Worker, task: Task): Promise<Result> {
  return new Promise((resolve) => {
    const settle = (result: Result): void => {
      clearTimeout(timer);
      worker.off("message", take).off("error", fail);
      resolve(result);
    };
    const take = (answer: { readonly outcome: Outcome } | { readonly crash: string }): void =>
      settle("outcome" in answer ? answer : { broken: "no crash", detail: answer.crash });
    const fail = (error: Error): void => settle({ broken: "no crash", detail: String(error) });
    const timer = setTimeout(() => settle({ broken: "no hang", detail: `more than ${PATIENCE / 1000} s` }), PATIENCE);
    worker.on("message", take).on("error", fail);
    worker.postMessage(task);
  });
}
