import type { TextEdit } from "../base/span.ts";
import type { Edit } from "../model/edit.ts";
import type { Template } from "../model/template.ts";
import type { Tree } from "../syntax/tree.ts";

export type Written = { readonly edits: readonly TextEdit[] } | { readonly cannot: string };

/** The text of model edits in the document's own dialect and style, all computed against `tree`; or why it cannot be written. */
export declare function writeEdits(template: Template, tree: Tree, edits: readonly Edit[]): Written;
