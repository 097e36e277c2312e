import type { NodeEdit } from "../edit.ts";
import type { Found, Way } from "../find.ts";
import { hasMark } from "../marks.ts";
import type { Tree } from "../tree.ts";

/** Whether an edit would change or remove what an anchor names and an alias repeats. What stands beside it may change. */
export function changesAnchor({ text, format }: Tree, { found, missing }: Way, op: NodeEdit["op"]): boolean {
  if (format === "json" || !text.includes("&") || !text.includes("*")) return false;
  const isUsed = (name: string) => hasMark(text, "*", name);
  const isTarget = missing.length === 0 && op !== "append";
  const around = isTarget ? found.slice(0, -1) : found;
  const target = isTarget && op !== "rename" ? found.at(-1) : undefined;
  return around.some((one) => ownAnchors(one).some(isUsed)) || (target !== undefined && anchorsIn(target).some(isUsed));
}

/** The anchors of the node itself, before or behind its tag. */
function ownAnchors({ entry, node, placed }: Found): readonly string[] {
  const { text } = placed.section;
  const start = node?.span.start ?? entry?.span.end ?? 0;
  const before = entry ? text.slice(entry.key.span.end, start) : (/(?:[&!]\S*\s+|#[^\n]*\n\s*)+$/.exec(text.slice(0, start))?.[0] ?? "");
  const inside = /^(?:[&!][^\s,[\]{}]*\s+)*/.exec(text.slice(start, node?.span.end))?.[0] ?? "";
  return namesIn(` ${before} ${inside}`);
}

function anchorsIn(found: Found): readonly string[] {
  const { node, placed } = found;
  return [...ownAnchors(found), ...(node ? namesIn(placed.section.text.slice(node.span.start, node.span.end)) : [])];
}

const namesIn = (text: string): readonly string[] => [...text.matchAll(/(?<=^|[\s,[{:-])&([^\s,[\]{}]+)/g)].flatMap(([, name]) => name ?? []);
