import { parentPort, workerData } from "node:worker_threads";
import { RULES } from "../../server/src/rules/index.ts";
import { checkFile } from "./check-file.ts";
import type { Setting, Task } from "./task.ts";

/** A thread of the corpus run: takes one task at a time, so that whoever waits knows which file it hangs on. */
parentPort?.on("message", async (task: Task) => {
  try {
    parentPort?.postMessage({ outcome: await checkFile(task, RULES, workerData as Setting) });
  } catch (error) {
    parentPort?.postMessage({ crash: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
