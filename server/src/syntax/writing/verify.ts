import type { Step } from "../../base/place.ts";
import { applyEdits, type TextEdit } from "../../base/span.ts";
import { type Data, type NodeEdit, Tagged } from "../edit.ts";
import { nodeAt } from "../locate.ts";
import type { Node } from "../node.ts";
import { read } from "../read.ts";
import type { Tree } from "../tree.ts";
import { entriesOf, isList, isScalar } from "./emit.ts";

/**
 * Whether the edited text reads without new problems, and says what was to be set. It is the last guard against the odd
 * document that an edit's author did not think of: such an edit is refused instead of damaging the text.
 */
export function isAsWanted(tree: Tree, edits: readonly TextEdit[], wanted: readonly NodeEdit[]): boolean {
  const after = read(applyEdits(tree.text, edits), tree);
  if (after.problems.length > tree.problems.length || after.format !== tree.format) return false;
  // Removals move what stands behind them, and later edits may overwrite earlier ones.
  const [only] = wanted;
  if (wanted.length > 1 || only?.op !== "set") return true;
  return saysAlready(after, only.path, only.value);
}

/** Whether a value stands at a path as it is wanted. */
export function saysAlready(tree: Tree, path: readonly Step[], value: Data): boolean {
  const node = nodeAt(tree, path) ?? groupAt(tree, path);
  return node !== undefined && says(node, value);
}

/** A group that is read entry by entry, as one map. */
function groupAt({ groups }: Tree, path: readonly Step[]): Node | undefined {
  const group = path.length === 1 ? groups.find(({ key }) => key === path[0]) : undefined;
  return group?.sections && { kind: "map", flow: false, span: group.span, entries: group.sections.flatMap(({ section }) => section.entries) };
}

function says(node: Node, data: Data): boolean {
  if (data instanceof Tagged) return node.tag === data.tag && says({ ...node, tag: "" }, data.value);
  if (node.tag) return false;
  if (isScalar(data)) return node.kind === "scalar" && Object.is(node.value, data);
  if (isList(data)) return node.kind === "list" && node.items.length === data.length && node.items.every((item, index) => says(item, data[index] ?? null));
  const entries = entriesOf(data) ?? [];
  if (node.kind !== "map" || node.entries.length !== entries.length) return false;
  return entries.every(([name, value], index) => {
    const entry = node.entries[index];
    return entry !== undefined && entry.key.value === name && (entry.value ? says(entry.value, value) : value === null);
  });
}
