import type { ScalarNode } from "../node.ts";

/** How a piece of text is written inside of a scalar, in its own quotes; undefined where that is not possible. */
export function encoderOf(node: ScalarNode): (text: string) => string | undefined {
  if (node.style === "double") return (text) => JSON.stringify(text).slice(1, -1);
  if (node.style === "single") return (text) => (/[\r\n]/.test(text) ? undefined : text.replaceAll("'", "''"));
  if (node.style === "literal") {
    const lineBreak = lineBreakOf(node);
    return (text) => (lineBreak === undefined && text.includes("\n") ? undefined : text.replace(/\r?\n/g, lineBreak ?? "\n"));
  }
  // What ends a plain scalar depends on where it stands, so only letters that never do are let in.
  if (node.style === "plain") return (text) => (/^[\w./+-]*$/.test(text) ? text : undefined);
  return (text) => (/[\r\n]/.test(text) ? undefined : text);
}

/** A line end of a block scalar with the indentation that its lines have; undefined when it has no line to learn it from. */
function lineBreakOf(node: ScalarNode): string | undefined {
  const found = /^[^\n]*?(\r?\n)(?:[ \t]*\r?\n)*( +)/.exec(node.source);
  const own = /^ */.exec(String(node.value).replace(/^\n+/, ""))?.[0].length ?? 0;
  const indent = (found?.[2]?.length ?? 0) - own;
  return found && indent > 0 ? `${found[1]}${" ".repeat(indent)}` : undefined;
}
