import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import type { CorpusEntry } from "./entries.ts";
import type { FixTexts } from "./task.ts";

export interface TextsOf {
  readonly entry: CorpusEntry;
  readonly texts: FixTexts;
}

/** Files that are handed to one process: starting it takes longer than a few of them. */
const BATCH = 50;

/** Compares what cfn-lint says before and after each fix; answers the exit status, 1 where a fix made it complain. */
export async function compareWithCfnLint(fixes: readonly TextsOf[]): Promise<number> {
  if (spawnSync("cfn-lint", ["--version"]).status !== 0) {
    console.log("cfn-lint is not on the PATH: nothing is compared.\n0 passed, 0 failed");
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), "pillar-hints-cfn-lint-"));
  try {
    const before = lint(
      join(folder, "before"),
      fixes.map(({ entry, texts }) => ({ entry, text: texts.before })),
    );
    const after = lint(
      join(folder, "after"),
      fixes.map(({ entry, texts }) => ({ entry, text: texts.after })),
    );
    let failed = 0;
    for (const [index, { entry, texts }] of fixes.entries()) {
      const fresh = without(after[index] ?? [], before[index] ?? []);
      if (fresh.length === 0) continue;
      failed += 1;
      console.log(`\n${entry.path}\n  ${texts.fix}\n${fresh.map((line) => `    ${line}`).join("\n")}`);
    }
    console.log(`\n${fixes.length - failed} passed, ${failed} failed`);
    return failed > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Match {
  readonly Filename: string;
  readonly Message: string;
  readonly Rule: { readonly Id: string };
}

/** The complaints about each text, without where they stand and without the lists of all names that some of them carry. */
function lint(folder: string, texts: readonly { readonly entry: CorpusEntry; readonly text: string }[]): readonly (readonly string[])[] {
  mkdirSync(folder);
  const files = texts.map(({ entry, text }, index) => {
    const file = join(folder, `${index}${extname(entry.path) || ".yaml"}`);
    writeFileSync(file, text);
    return file;
  });
  const matches: Match[] = [];
  for (let from = 0; from < files.length; from += BATCH) {
    const { stdout } = spawnSync("cfn-lint", ["--format", "json", "--", ...files.slice(from, from + BATCH)], { encoding: "utf8", maxBuffer: 2 ** 28 });
    matches.push(...(JSON.parse(stdout || "[]") as Match[]));
  }
  return files.map((file) =>
    matches.filter(({ Filename }) => basename(Filename) === basename(file)).map(({ Rule, Message }) => `${Rule.Id} ${general(Message)}`),
  );
}

/** A complaint without lines, which move, and without lists and sets of names, which come in any order. */
const general = (message: string): string =>
  message
    .replace(/\[.*\]/s, "[…]")
    .replace(/\{.*\}/s, "{…}")
    .replace(/\(line \d+\)/g, "(line …)");

function without(some: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return some.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
