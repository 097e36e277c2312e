import type { SyntaxNode } from "../../syntax/code/nodes.ts";

const SIMPLE: ReadonlySet<string> = new Set([
  "expression_statement",
  "import_statement",
  "import_from_statement",
  "return_statement",
  "raise_statement",
  "delete_statement",
  "assert_statement",
  "global_statement",
  "nonlocal_statement",
]);

/**
 * Whether a simple statement goes on in another line without brackets or a backslash. The grammar reads on where a line is not
 * finished, as while `client.` is typed above another statement; Python does not.
 */
export function runsOn(text: string, node: SyntaxNode): boolean {
  if (!SIMPLE.has(node.kind)) return false;
  const firstBreak = text.indexOf("\n", node.start);
  return firstBreak >= 0 && firstBreak < node.end && breaksInside(text, node);
}

function breaksInside(text: string, node: SyntaxNode): boolean {
  let depth = 0;
  let end = node.start;
  for (const child of node.children) {
    if (depth === 0 && (breaksBetween(text, end, child.start) || (child.named && breaksInside(text, child)))) return true;
    if (!child.named && "([{".includes(child.kind)) depth += 1;
    if (!child.named && ")]}".includes(child.kind)) depth -= 1;
    end = child.end;
  }
  return false;
}

function breaksBetween(text: string, start: number, end: number): boolean {
  const gap = end > start ? text.slice(start, end) : "";
  return gap.includes("\n") && gap.replace(/\\\r?\n/g, "").includes("\n");
}
