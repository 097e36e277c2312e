/**
 * `npm run bench`: measures the shipped program where people wait for it, against the goals for each. Times of other parsers on
 * the same text, in the same run, tell how fast the machine is. `--only memory --idle 5` measures one part. Ends with a status of 1 where a goal is missed.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { execPath } from "node:process";
import { parseArgs } from "node:util";
import { readAsset } from "../server/src/hosts/node/files.ts";
import { commandLineRows } from "./bench/command-line.ts";
import { keystrokeRows, startRow, wholeRow } from "./bench/editing.ts";
import { memoryRows } from "./bench/memory.ts";
import { print, type Row } from "./bench/rows.ts";
import { syntheticTemplate } from "./bench/synthetic.ts";
import { templates } from "./bench/templates.ts";
import { workRow } from "./bench/work.ts";
import { ROOT } from "./generate/root.ts";

/** Functions of the largest synthetic template, 1.4 MB. */
const MANY = 2000;

/** What is measured, in this order; `--only` picks some. */
const PARTS = ["work", "keystroke", "start", "command-line", "huge", "memory"] as const;
type Part = (typeof PARTS)[number];

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { idle: { type: "string" }, only: { type: "string", multiple: true }, "no-build": { type: "boolean" } } });
  const chosen = PARTS.filter((part) => (values.only ?? PARTS).includes(part));
  if (!values["no-build"] && spawnSync(execPath, [join(ROOT, "scripts", "build.mjs")], { stdio: "inherit" }).status !== 0) return 3;
  const rows: Row[] = [];
  for (const part of chosen) {
    for await (const row of measure(part, Number(values.idle ?? 30))) {
      print(row);
      rows.push(row);
    }
  }
  const failed = rows.filter(({ met }) => met === false).length;
  console.log(`\n${rows.filter(({ met }) => met === true).length} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

async function* measure(part: Part, idleSeconds: number): AsyncGenerator<Row> {
  const { largest, usual, many, median } = templates();
  const huge = { name: `${MANY} functions`, text: syntheticTemplate(MANY) };
  switch (part) {
    case "work": {
      const iamActions = await readAsset("iamActions");
      for (const template of [largest, usual, huge]) yield workRow(template, iamActions);
      return;
    }
    case "keystroke":
      yield* await keystrokeRows(largest, { milliseconds: 16, share: 1 / 10 });
      yield* await keystrokeRows(usual, { milliseconds: 3 });
      return;
    case "start":
      yield* await startRow(usual, 250);
      return;
    case "command-line":
      yield* await commandLineRows(many, 1.4);
      return;
    case "huge":
      yield* await keystrokeRows(huge, { milliseconds: 50 });
      yield* await wholeRow(huge, 3);
      return;
    case "memory":
      yield* await memoryRows({ usual: median, megabyte: syntheticTemplate(1450), idleSeconds });
  }
}

main()
  .catch((error: unknown) => {
    console.error(error);
    return 3;
  })
  .then((status) => {
    process.exitCode = status;
  });
