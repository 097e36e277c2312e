/** Everything that is generated from the rules: path from the root → text. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFileSchema } from "../../server/src/engine/project-file-schema.ts";
import type { Rule } from "../../server/src/rules/define.ts";
import { loadGrammars } from "./example.ts";
import { formatted } from "./format.ts";
import { handlersPage } from "./handlers/page.ts";
import { withRuleSettings } from "./manifest.ts";
import { pages } from "./pages.ts";
import { compareText, ROOT } from "./root.ts";
import { ruleIndex } from "./rule-index.ts";
import { ruleFiles } from "./rules.ts";
import { ruleTables } from "./tables.ts";

const START = "<!-- rules:start -->";
const END = "<!-- rules:end -->";

/** Reads what is on disk, writes nothing. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  await loadGrammars();
  const files = await ruleFiles();
  const rules = files.map(({ rule }) => rule).sort((a, b) => compareText(a.id, b.id));
  return new Map([
    ["server/src/rules/index.ts", formatted("index.ts", ruleIndex(files))],
    ["server/src/engine/pillar-hints.schema.json", formatted("schema.json", JSON.stringify(projectFileSchema(summaries(rules))))],
    ["package.json", withRuleSettings(textOf("package.json"), rules)],
    ...pages(rules),
    ["docs/handlers.md", handlersPage()],
    ...readme(rules),
  ]);
}

export const textOf = (path: string): string => readFileSync(join(ROOT, path), "utf8");

const summaries = (rules: readonly Rule[]): ReadonlyMap<string, string> => new Map(rules.map(({ id, summary }) => [id, summary]));

/** The README belongs to its authors, but for the tables between the two marks. */
function readme(rules: readonly Rule[]): readonly [string, string][] {
  if (!existsSync(join(ROOT, "README.md"))) return [];
  const text = textOf("README.md");
  const [start, end] = [text.indexOf(START), text.indexOf(END)];
  if (start === -1 || end < start) throw new Error(`README.md lacks the marks ${START} and ${END}.`);
  return [["README.md", `${text.slice(0, start + START.length)}\n\n${ruleTables(rules, "docs/rules/", "###")}\n\n${text.slice(end)}`]];
}
