import { availableParallelism } from "node:os";
import { argv, cwd, stderr, stdout } from "node:process";
import { isMainThread } from "node:worker_threads";
import { RULES } from "../../rules/index.ts";
import { EXIT, run } from "./run.ts";
import { workAsThread } from "./threads.ts";

/** Back to the start of the line, and empty it. */
const CLEAR = "\r\u001B[2K";

if (isMainThread) {
  // A reader that has seen enough, such as `head`, closes the pipe; nobody is left to complain to.
  stdout.on("error", () => process.exit());
  run(argv.slice(2), {
    rules: RULES,
    workingDirectory: cwd(),
    now: new Date(),
    out: (text) => stdout.write(text),
    say: (text) => stderr.write(text),
    // Only the bundle can be started as a thread: sources need a loader.
    ...(__filename.endsWith(".js") ? { threads: { program: __filename, parallel: availableParallelism() } } : {}),
    ...(stderr.isTTY ? { tell: (line: string) => stderr.write(CLEAR + line) } : {}),
  })
    .catch((error: unknown) => {
      stderr.write(`pillar-hints failed: ${error instanceof Error ? error.stack : String(error)}\n`);
      return EXIT.failed;
    })
    .then((status) => {
      // Setting the status instead of leaving lets a long report drain into its pipe.
      process.exitCode = status;
    });
} else {
  void workAsThread(RULES);
}
