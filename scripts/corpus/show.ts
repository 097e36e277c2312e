import { type CorpusEntry, fraction } from "./entries.ts";
import type { Shown } from "./task.ts";

export interface ShownIn {
  readonly entry: CorpusEntry;
  readonly shown: Shown;
}

/** Prints findings of a rule, from as many repositories as there are before a second one of any. */
export function printShown(all: readonly ShownIn[], rule: string, count: number): void {
  const chosen = spread(all).slice(0, count);
  for (const [index, { entry, shown }] of chosen.entries()) {
    console.log(
      `── ${index + 1} of ${chosen.length} ── ${entry.path}${shown.file === undefined ? "" : ` → ${shown.file.slice(shown.file.lastIndexOf("/") + 1)}`}:${shown.line}\n${shown.severity}: ${shown.message}\n\n${shown.around}\n`,
    );
    for (const { title, safety, diff } of shown.fixes) console.log(`${safety} fix: ${title}\n${diff}\n`);
  }
  console.log(`${chosen.length} of ${all.length} findings of ${rule}, in ${new Set(all.map(({ entry }) => entry.repository)).size} repositories.`);
}

function spread(all: readonly ShownIn[]): readonly ShownIn[] {
  const order = ({ entry, shown }: ShownIn): number => fraction(`${entry.path} ${shown.line} ${shown.message}`);
  const taken = new Map<string, number>();
  return [...all]
    .sort((a, b) => order(a) - order(b))
    .map((each) => {
      const before = taken.get(each.entry.repository) ?? 0;
      taken.set(each.entry.repository, before + 1);
      return { each, before };
    })
    .sort((a, b) => a.before - b.before)
    .map(({ each }) => each);
}
