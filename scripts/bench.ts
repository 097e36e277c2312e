/**
 * `npm run bench`: measures the shipped program where people wait for it, against the goals for each. A parse of one text by
 * `yaml`, before and after each part, tells how many times slower the machine is at that moment than the one for which the
 * goals are set; times are divided by that. `--only memory --idle 5` measures one part. Ends with a status of 1 where a goal is missed.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { execPath } from "node:process";
import { parseArgs } from "node:util";
import { readAsset } from "../server/src/hosts/node/files.ts";
import { commandLineRows } from "./bench/command-line.ts";
import { keystrokeRows, startRow, wholeRow } from "./bench/editing.ts";
import { machineBy } from "./bench/machine.ts";
import { memoryRows } from "./bench/memory.ts";
import { judged, type Row } from "./bench/rows.ts";
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
  const { largest, origin } = templates();
  const factor = machineBy(largest, origin);
  console.log("Times are divided by how slow the machine is beside the one for which the goals are set, as `yaml` tells it around each part.\n");
  const met: (boolean | undefined)[] = [];
  let before = factor();
  for (const part of chosen) {
    for await (const rows of measure(part, Number(values.idle ?? 30))) {
      const after = factor();
      met.push(...rows.map((row) => told(row, (before + after) / 2)));
      before = after;
    }
  }
  const failed = met.filter((each) => each === false).length;
  console.log(`\n${met.filter((each) => each === true).length} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

function told(row: Row, factor: number): boolean | undefined {
  const { line, met } = judged(row, factor);
  console.log(line);
  return met;
}

/** The rows of a part, one measurement after the other. */
async function* measure(part: Part, idleSeconds: number): AsyncGenerator<readonly Row[]> {
  const { largest, usual, many, median } = templates();
  const huge = { name: `${MANY} functions`, text: syntheticTemplate(MANY) };
  switch (part) {
    case "work": {
      const iamActions = await readAsset("iamActions");
      yield [largest, usual, huge].map((template) => workRow(template, iamActions));
      return;
    }
    case "keystroke":
      yield await keystrokeRows(largest, { milliseconds: 16, share: 1 / 10 });
      yield await keystrokeRows(usual, { milliseconds: 3 });
      return;
    case "start":
      yield await startRow(usual, 250);
      return;
    case "command-line":
      yield await commandLineRows(many, 1.4);
      return;
    case "huge":
      yield await keystrokeRows(huge, { milliseconds: 50 });
      yield await wholeRow(huge, 3);
      return;
    case "memory":
      yield await memoryRows({ usual: median, megabyte: syntheticTemplate(1450), idleSeconds });
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
