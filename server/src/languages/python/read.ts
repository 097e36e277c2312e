import type { Span } from "../../base/span.ts";
import type { Module } from "../../model/code/module.ts";
import { namedOf, readNodes } from "../../syntax/code/nodes.ts";
import type { CodeParser } from "../../syntax/code/parser.ts";
import { commentOf } from "./comments.ts";
import type { Reading } from "./reading.ts";
import { statements } from "./statements.ts";
import { isTemplate } from "./strings.ts";
import { newCount, styleOf } from "./style.ts";

/**
 * What a file of Python says. Imports that run with the module, in an `if` or `try` too, are its imports and no statements; every
 * name that it assigns it offers, so that it lists no exports. Never fails: what does not parse is in `broken`, and the rest is read.
 */
export function readPython(text: string, parser: CodeParser): Module {
  const tree = readNodes(text, parser, (kind, start) => LEAVES.has(kind) || (kind === "string" && !isTemplate(text, start)));
  const scope = { kind: "module", receiver: undefined, typeOnly: false } as const;
  const reading: Reading = { text, imports: [], broken: [...tree.broken], style: newCount(), words: new Map(), scope };
  const body = statements(reading, namedOf(tree.root));
  return {
    language: "python",
    broken: outermost(reading.broken),
    imports: reading.imports,
    exports: [],
    body,
    comments: tree.comments.map((comment) => commentOf(text, comment)),
    style: styleOf(reading.style),
  };
}

/** Types say nothing at run time, and the rest of these have nothing in them. */
const LEAVES: ReadonlySet<string> = new Set([
  "identifier",
  "type",
  "type_parameter",
  "integer",
  "float",
  "true",
  "false",
  "none",
  "ellipsis",
  "comment",
  "string_content",
  "pass_statement",
  "break_statement",
  "continue_statement",
]);

function outermost(spans: readonly Span[]): readonly Span[] {
  const ordered = spans.toSorted((a, b) => a.start - b.start || b.end - a.end);
  let reached = -1;
  return ordered.filter(({ end }) => {
    const inside = end <= reached;
    reached = Math.max(reached, end);
    return !inside;
  });
}
