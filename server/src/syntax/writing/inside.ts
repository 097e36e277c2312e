import { shifted, type TextEdit } from "../../base/span.ts";
import type { NodeEdit } from "../edit.ts";
import type { Inside } from "../find.ts";
import { read } from "../read.ts";
import type { Tree } from "../tree.ts";
import { cannot, type Made } from "./made.ts";

/** Makes an edit in a document that a scalar holds. Nothing but text between two breaks or escapes of the scalar is touched. */
export function editedInside(
  { host, decoded, rest }: Inside,
  edit: NodeEdit,
  write: (tree: Tree, edits: readonly NodeEdit[]) => { readonly edits: readonly TextEdit[] } | { readonly cannot: string },
): Made {
  const inner = write(read(decoded.text), [{ ...edit, path: rest }]);
  if ("cannot" in inner) return inner;
  const edits: TextEdit[] = [];
  for (const { span, text } of inner.edits) {
    const outer = decoded.editable(span);
    const written = decoded.encode(text);
    if (!outer || written === undefined) return cannot("it stands in a text that goes over several lines");
    edits.push({ span: shifted(outer, host.placed.start), text: written });
  }
  return edits;
}
