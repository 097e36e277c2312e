import { stepsOf } from "../base/place.ts";
import { applyEdits, type TextEdit } from "../base/span.ts";
import type { Written } from "../dialects/write.ts";
import type { Reported } from "../engine/reported.ts";
import { resourcesOf } from "../engine/resources.ts";
import type { Tree } from "../syntax/tree.ts";
import { write } from "../syntax/write.ts";
import { isThere } from "./fixes.ts";
import type { View } from "./view.ts";

/** What a person decided about a finding. */
export interface Permission {
  /** On one line. */
  readonly reason: string;
  /** `YYYY-MM-DD`, the last day on which it holds; absent for no end. */
  readonly until?: string;
}

/**
 * The edit that allows one finding, as near to it as the text lets: above its line, above its resource, in the
 * resource's metadata, or for the file. Each is tried and the first that really silences the finding, and harms nothing
 * else, is taken.
 */
export function allowEdits(view: Pick<View, "review" | "revise">, finding: Reported, permission: Permission): Written {
  const { tree } = view.review;
  if (!tree) return { cannot: "the file is not reviewed" };
  for (const edits of ways(tree, finding, permission)) {
    const after = view.revise(applyEdits(tree.text, edits), view.review);
    const harmed = (after.tree?.problems.length ?? 0) > tree.problems.length;
    if (!harmed && !isThere(finding, after)) return { edits };
  }
  return { cannot: "the file has no place for it" };
}

function* ways(tree: Tree, finding: Reported, permission: Permission): Generator<readonly TextEdit[]> {
  if (tree.format === "json") {
    yield* inMetadata(tree, finding, permission);
    return;
  }
  const forFile = [commentAbove(tree, tree.text.startsWith("\uFEFF") ? 1 : 0, `allow-file ${words(finding, permission)}`)];
  // One line can't speak for findings of several resources.
  if (isSpread(finding)) yield forFile;
  yield [commentAbove(tree, finding.span.start, `allow ${words(finding, permission)}`)];
  const resource = resourceOf(tree, finding);
  if (resource) yield [commentAbove(tree, resource.key.start, `allow ${words(finding, permission)}`)];
  yield forFile;
}

function* inMetadata(tree: Tree, finding: Reported, permission: Permission): Generator<readonly TextEdit[]> {
  const own = resourceOf(tree, finding)?.id;
  const ids = isSpread(finding) ? resourcesIn(finding) : own === undefined ? [] : [own];
  const written = new Set(resourcesOf(tree).map(({ id }) => id));
  if (ids.length === 0 || ids.length > MOST_RESOURCES || ids.some((id) => !written.has(id))) return;
  const value = { rule: finding.rule.id, ...permission };
  const made = write(
    tree,
    ids.map((id) => ({ op: "append", path: ["Resources", id, "Metadata", "PillarHints", "allow"], value })),
  );
  if ("edits" in made) yield made.edits;
}

/** `wildcard-action until 2027-01-01 -- the reason`, on one line. */
function words({ rule }: Reported, { reason, until }: Permission): string {
  return `${rule.id}${until === undefined ? "" : ` until ${until}`} -- ${reason}`;
}

function commentAbove({ text, eol }: Tree, offset: number, comment: string): TextEdit {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const from = start === 0 && text.startsWith("\uFEFF") ? 1 : start;
  const indentation = /^[ \t]*/.exec(text.slice(from, offset))?.[0] ?? "";
  return { span: { start: from, end: from }, text: `${indentation}# pillar-hints: ${comment}${eol}` };
}

/** The same decision in more resources than this is one about the template, which the project file has a place for. */
const MOST_RESOURCES = 3;

/** Whether it stands for findings of several resources. */
export const isSpread = (finding: Reported): boolean => resourcesIn(finding).length > 1;

const resourcesIn = ({ subjects }: Reported): readonly string[] => [...new Set(subjects.map((subject) => subject.split("/")[0] ?? subject))];

function resourceOf(tree: Tree, { place, subject }: Reported) {
  const [group, id] = stepsOf(place.path);
  const own = group === "Resources" ? String(id) : (subject.split("/")[0] ?? "");
  return resourcesOf(tree).find((resource) => resource.id === own);
}
