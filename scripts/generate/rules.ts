/** The rules as they stand on disk, so that what is generated from them never depends on what was generated before. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Rule } from "../../server/src/rules/define.ts";
import { compareText, ROOT } from "./root.ts";

export interface RuleFile {
  /** Relative to `server/src/rules`: `sqs/queue-without-dead-letter.ts`. */
  readonly path: string;
  readonly rule: Rule;
}

const RULES = join(ROOT, "server", "src", "rules");

/** Every file `<subject>/<id>.ts` with a rule as its default export, sorted by path. One that is only begun is left out; a test names it. */
export async function ruleFiles(): Promise<readonly RuleFile[]> {
  const subjects = readdirSync(RULES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const paths = subjects.flatMap(({ name }) =>
    readdirSync(join(RULES, name))
      .filter((file) => file.endsWith(".ts"))
      .map((file) => `${name}/${file}`),
  );
  const files = await Promise.all(paths.sort(compareText).map(async (path) => ({ path, rule: await ruleIn(path) })));
  return files.flatMap(({ path, rule }) => (rule?.id === undefined ? [] : [{ path, rule }]));
}

async function ruleIn(path: string): Promise<Rule | undefined> {
  const module = (await import(pathToFileURL(join(RULES, path)).href)) as { readonly default?: Rule };
  return module.default;
}
