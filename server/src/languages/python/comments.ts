import type { Comment } from "../../model/code/module.ts";
import type { SyntaxNode } from "../../syntax/code/nodes.ts";
import { flat } from "../../syntax/flat.ts";

export function commentOf(text: string, { start, end }: SyntaxNode): Comment {
  return { text: flat(text.slice(start, end).replace(/^#+/, "").trim()), at: { start, end } };
}
