import type { Step } from "../../base/place.ts";
import type { Data, NodeEdit } from "../../syntax/edit.ts";
import { nodeAt } from "../../syntax/locate.ts";
import type { Tree } from "../../syntax/tree.ts";

type SetEdit = Extract<NodeEdit, { readonly op: "set" }>;

/** Sets that would each write the same missing parent become one that writes it once. */
export function gathered(tree: Tree, edits: readonly NodeEdit[]): readonly NodeEdit[] {
  const out: NodeEdit[] = [];
  const at = new Map<string, number>();
  for (const edit of edits) {
    const rooted = edit.op === "set" && edit.comment === undefined ? fromMissing(tree, edit) : undefined;
    if (!rooted) {
      out.push(edit);
      continue;
    }
    const key = JSON.stringify(rooted.path);
    const earlier = at.get(key);
    const there = earlier === undefined ? undefined : out[earlier];
    if (earlier === undefined || there?.op !== "set") {
      at.set(key, out.length);
      out.push(rooted);
    } else out[earlier] = { ...there, value: together(there.value, rooted.value) };
  }
  return out;
}

/** The same edit, written from the first step that is not there. */
function fromMissing(tree: Tree, edit: SetEdit): SetEdit | undefined {
  for (let length = 1; length < edit.path.length; length++) {
    // A section of the template has no node of its own: it is read entry by entry.
    if (length === 1 && tree.groups.some((group) => group.key === edit.path[0])) continue;
    const node = nodeAt(tree, edit.path.slice(0, length));
    if (node && !(node.kind === "scalar" && node.value === null)) continue;
    if (edit.path.slice(length).some((step) => typeof step === "number")) return undefined;
    return {
      op: "set",
      path: edit.path.slice(0, length),
      value: nested(edit.path.slice(length), edit.value),
      ...(edit.after === undefined ? {} : { after: edit.after }),
    };
  }
  return undefined;
}

function nested(steps: readonly Step[], value: Data): Data {
  return steps.reduceRight<Data>((inner, step) => ({ [String(step)]: inner }), value);
}

function together(a: Data, b: Data): Data {
  if (!isPlainMap(a) || !isPlainMap(b)) return b;
  const out: Record<string, Data> = { ...a };
  for (const [key, value] of Object.entries(b)) out[key] = key in out ? together(out[key] ?? null, value) : value;
  return out;
}

function isPlainMap(data: Data): data is { readonly [key: string]: Data } {
  return typeof data === "object" && data !== null && Object.getPrototypeOf(data) === Object.prototype;
}
