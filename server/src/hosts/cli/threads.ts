import { parentPort, Worker, workerData } from "node:worker_threads";
import type { Rule } from "../../rules/define.ts";
import { type Assignment, FileReviewer } from "./file-reviewer.ts";
import { claimFrom, reviewShare, type Share } from "./share.ts";

/** With fewer files each thread spends what it saves on compiling the same code once more: 200 take as long as in one thread, 1,000 half as long. */
const WORTH_A_THREAD = 300;
/** More threads than this wait for each other's memory rather than work. */
const MOST_THREADS = 4;

interface Task {
  readonly assignment: Assignment;
  readonly files: readonly string[];
  readonly counter: SharedArrayBuffer;
}

/** What a program needs to do a part of its work in threads of its own. */
export interface Threads {
  /** The program itself, which calls `workAsThread` when it is started as a thread. */
  readonly program: string;
  /** Threads that run at a time, the first one included. */
  readonly parallel: number;
}

/** Reviews all files, in this thread and in others where that is faster. */
export async function reviewShares(
  files: readonly string[],
  assignment: Assignment,
  rules: readonly Rule[],
  { threads, tell }: { readonly threads: Threads | undefined; readonly tell: (done: number) => void },
): Promise<readonly Share[]> {
  const counter = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const task: Task = { assignment, files, counter };
  const others = threads && files.length >= WORTH_A_THREAD ? Math.min(threads.parallel, MOST_THREADS) - 1 : 0;
  const shares = Array.from({ length: others }, () => shareOf(threads?.program ?? "", task));
  const own = reviewShare(files, claimFrom(counter), new FileReviewer(assignment, rules), tell);
  return Promise.all([own, ...shares]);
}

/** What a thread of the program does: its share, and no more. */
export async function workAsThread(rules: readonly Rule[]): Promise<void> {
  const { assignment, files, counter } = workerData as Task;
  const share = await reviewShare(files, claimFrom(counter), new FileReviewer(assignment, rules), () => undefined);
  parentPort?.postMessage(share);
}

function shareOf(program: string, task: Task): Promise<Share> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData: task });
    worker.once("message", resolve);
    worker.once("error", reject);
    // After its message this changes nothing; before it the share is lost, which must not go unnoticed.
    worker.once("exit", (code) => reject(new Error(`A thread ended with ${code}.`)));
  });
}
