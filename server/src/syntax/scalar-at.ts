import type { Step } from "../base/place.ts";
import { applyEdits, shifted, type TextEdit } from "../base/span.ts";
import { type Decoded, decode } from "./embedded.ts";
import { follow } from "./find.ts";
import type { ScalarNode } from "./node.ts";
import type { Tree } from "./tree.ts";

/** A scalar of a document that holds a text of its own, such as inline code. */
export interface ScalarText {
  readonly text: string;
  /** Edits of the document that make these edits of the text; undefined where they can't be written. Whoever takes them reads what they give. */
  written(edits: readonly TextEdit[]): readonly TextEdit[] | undefined;
}

/** The text of the scalar at a path; undefined where there is none. */
export function scalarAt(tree: Tree, path: readonly Step[]): ScalarText | undefined {
  const { found, missing, inside } = follow(tree, path);
  const last = found.at(-1);
  if (inside || missing.length > 0 || last?.node?.kind !== "scalar") return undefined;
  const { node, placed } = last;
  const decoded = decode(placed.section.text, node);
  return {
    text: decoded.text,
    written(edits) {
      const made = node.style === "literal" ? inLines(placed.section.text, node, decoded, edits) : inPlace(decoded, edits);
      return made?.map(({ span, text }) => ({ span: shifted(span, placed.start), text }));
    },
  };
}

/** In a quoted or plain scalar each edit stays within what is written as it is. */
function inPlace(decoded: Decoded, edits: readonly TextEdit[]): readonly TextEdit[] | undefined {
  const made: TextEdit[] = [];
  for (const { span, text } of edits) {
    const host = decoded.editable(span);
    const spelled = decoded.encode(text);
    if (!host || spelled === undefined) return undefined;
    made.push({ span: host, text: spelled });
  }
  return made;
}

/** A literal block has a line for each line of its text: the lines that change are written anew, with the indentation of the others. */
function inLines(host: string, node: ScalarNode, { text }: Decoded, edits: readonly TextEdit[]): readonly TextEdit[] | undefined {
  const header = host.indexOf("\n", node.span.end - node.source.length) + 1;
  const lines = host.slice(header, node.span.end).split("\n");
  const indent = /^ */.exec(lines.find((line) => line.trim() !== "") ?? "")?.[0] ?? "";
  const before = text.split("\n");
  const after = applyEdits(text, edits).split("\n");
  const shorter = Math.min(before.length, after.length);
  let above = 0;
  while (above < shorter && before[above] === after[above]) above += 1;
  let below = 0;
  while (below < shorter - above && before.at(-1 - below) === after.at(-1 - below)) below += 1;
  const changed = lines.slice(above, before.length - below);
  if (header === 0 || changed.length !== before.length - below - above) return undefined;
  const start = header + lengthOf(lines.slice(0, above));
  const end = lines[0]?.endsWith("\r") ? "\r\n" : "\n";
  const spelled = after.slice(above, after.length - below).map((line) => (line === "" ? end : indent + line + end));
  return [{ span: { start, end: start + lengthOf(changed) }, text: spelled.join("") }];
}

const lengthOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length + 1, 0);
