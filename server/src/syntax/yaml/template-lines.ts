import type { SyntaxProblem } from "../tree.ts";

/**
 * Lines such as `{% if … %}` belong to another templating layer that runs before YAML is read. They are hidden as
 * comments of the same length, so that the rest can be read, and reported, because what they do is not known.
 */
export function hideTemplateLines(text: string): { readonly text: string; readonly problems: readonly SyntaxProblem[] } {
  if (!text.includes("{%")) return { text, problems: [] };
  const problems: SyntaxProblem[] = [];
  const visible = text.replace(LINE, (line: string, indent: string, at: number) => {
    const start = at + indent.length;
    problems.push({ code: "TEMPLATE_LINE", message: "This line belongs to another templating language", span: { start, end: at + line.trimEnd().length } });
    return `${indent}#${line.slice(indent.length + 1)}`;
  });
  return { text: visible, problems };
}

/** Whether the line that starts at `at`, blanks skipped, is such a line. */
export const isTemplateLine = (text: string, at: number, lineEnd: number): boolean =>
  text.startsWith("{%", at) && text.slice(at, lineEnd).trimEnd().endsWith("%}");

const LINE = /(?<=^|\n)([ \t]*)\{%[^\n]*%\}[ \t\r]*(?=\n|$)/g;
