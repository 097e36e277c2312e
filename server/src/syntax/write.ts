import type { Step } from "../base/place.ts";
import type { TextEdit } from "../base/span.ts";
import type { Data, NodeEdit } from "./edit.ts";
import type { Tree } from "./tree.ts";
import { scalarLike } from "./writing/emit.ts";
import { type Found, follow, isGroup, type Way } from "./writing/found.ts";
import { intoGroup, intoList, intoMap, intoNothing, topLevel } from "./writing/insert.ts";
import { type Layout, layoutOf } from "./writing/layout.ts";
import { removed } from "./writing/remove.ts";
import { replaced } from "./writing/replace.ts";

export type Writing = { readonly edits: readonly TextEdit[] } | { readonly cannot: string };

/**
 * The text edits that make a document say something else, all computed against the tree's text, in the style of their
 * surroundings; or the reason why one of them cannot be made without touching more than it should.
 */
export function write(tree: Tree, edits: readonly NodeEdit[]): Writing {
  const layout = layoutOf(tree);
  const out: TextEdit[] = [];
  // Where a resource ends its last property ends too: what goes deeper is written first.
  for (const edit of [...edits].sort((a, b) => b.path.length - a.path.length)) {
    const made = one(tree, edit, layout);
    if ("cannot" in made) return made;
    out.push(...made.edits);
  }
  return overlapping(out) ? { cannot: "its parts would change the same text" } : { edits: out };
}

const cannot = (reason: string): Writing => ({ cannot: reason });

function one(tree: Tree, edit: NodeEdit, layout: Layout): Writing {
  const way = follow(tree, edit.path);
  const refused = refusal(way);
  if (refused !== undefined) return cannot(refused);
  const last = way.found.at(-1);
  switch (edit.op) {
    case "set":
      return way.missing.length === 0 ? set(tree, last, edit.value, layout) : insert(tree, way, edit, layout);
    case "append":
      if (way.missing.length > 0) return insert(tree, way, { value: [edit.value] }, layout);
      return made(last && !isGroup(last) ? intoList(tree, last, edit.value, layout) : undefined, "there is no list");
    case "remove":
      return way.missing.length > 0 ? cannot("it is not there") : made(removed(tree, way), "it cannot be left out");
    case "rename":
      return way.missing.length > 0 ? cannot("it is not there") : rename(last, edit.to);
  }
}

/** Text that stands elsewhere too, or that was not understood, is not touched. */
function refusal(way: Way): string | undefined {
  const last = way.found.at(-1);
  if (!last || isGroup(last)) return undefined;
  if (way.found.some((found) => !isGroup(found) && found.elsewhere)) return "the value comes from an anchor that others use too";
  return last.placed.section.problems.length > 0 ? "there is a syntax error around it" : undefined;
}

function made(edit: TextEdit | undefined, otherwise: string): Writing {
  return edit ? { edits: [edit] } : cannot(otherwise);
}

function set(tree: Tree, last: Way["found"][number] | undefined, value: Data, layout: Layout): Writing {
  if (!last || isGroup(last)) return cannot("it is a whole section of the template");
  const edits = replaced(tree, last, value, layout);
  return edits && edits.length > 0 ? { edits } : cannot("its text is not understood");
}

function insert(tree: Tree, way: Way, edit: { readonly value: Data; readonly after?: string; readonly comment?: string }, layout: Layout): Writing {
  const [name, ...below] = way.missing;
  if (typeof name !== "string" || below.some((step) => typeof step === "number")) return cannot("there is no such item");
  const insertion = { key: name, value: nested(below, edit.value), after: edit.after, comment: below.length === 0 ? edit.comment : undefined };
  const last = way.found.at(-1);
  if (!last) return made(topLevel(tree, insertion, layout), "the document is empty");
  if (isGroup(last)) return made(intoGroup(tree, last, insertion, layout), "the section is empty");
  if (last.node?.kind === "map" && last.node.tag === undefined) return intoWritten(tree, last, insertion, layout);
  if (last.node && !(last.node.kind === "scalar" && last.node.value === null && last.node.tag === undefined))
    return cannot("another value stands in its place");
  return made(intoNothing(tree, last, insertion, layout), "its text is not understood");
}

function intoWritten(tree: Tree, last: Found, insertion: Parameters<typeof intoMap>[3], layout: Layout): Writing {
  const { node, parent, start } = last;
  if (node?.kind !== "map") return cannot("another value stands in its place");
  // An empty `{}` in block style gives way to lines of its own.
  if (node.flow && node.entries.length === 0 && !parent?.flow && tree.format === "yaml")
    return made(intoNothing(tree, last, insertion, layout), "its text is not understood");
  return made(intoMap(tree, node, start, insertion, layout), "its text is not understood");
}

function nested(steps: readonly Step[], value: Data): Data {
  return steps.reduceRight<Data>((inner, step) => ({ [String(step)]: inner }), value);
}

function rename(last: Way["found"][number] | undefined, to: string): Writing {
  if (!last || isGroup(last) || !last.entry) return cannot("it has no name of its own");
  const { key } = last.entry;
  return { edits: [{ span: { start: key.span.start + last.start, end: key.span.end + last.start }, text: scalarLike(to, key.style) }] };
}

function overlapping(edits: readonly TextEdit[]): boolean {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return ordered.some((edit, index) => edit.span.start < (ordered[index - 1]?.span.end ?? 0));
}
