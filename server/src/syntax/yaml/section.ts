import type { Document } from "yaml";
import { NotRead, TOO_MANY_ERRORS } from "../limits.ts";
import type { Entry, Node, ScalarNode } from "../node.ts";
import type { Section, SyntaxProblem } from "../tree.ts";
import { type Built, build } from "./build.ts";
import { type Composed, composeLeniently, composeStrict } from "./compose.ts";
import { hideTemplateLines } from "./template-lines.ts";

/** A reading of one YAML text: its root, and what makes a reader doubt that the text is all that belongs to it. */
export interface YamlReading {
  readonly root: Node | undefined;
  readonly problems: readonly SyntaxProblem[];
  /** A quote or a bracket is still open where the text ends, so the text may have been cut in its middle. */
  readonly open: boolean;
  /** Aliases whose anchor stands elsewhere. */
  readonly unanchored: ReadonlySet<string>;
}

/** Reads one YAML document strictly; where that has errors, leniently; where that has errors too, the strict reading stands. Never throws. */
export function readYaml(text: string): YamlReading {
  const hidden = hideTemplateLines(text);
  const strict = reading(composeStrict(hidden.text), text, hidden.problems);
  if (!strict.failed) return strict;
  const lenient = reading(composeLeniently(hidden.text), text, hidden.problems);
  return lenient.failed ? strict : lenient;
}

/** A YAML text as a section: the entries of its map. A lone word is a key that somebody is typing. */
export function yamlSection(text: string): { readonly section: Section; readonly open: boolean; readonly unanchored: ReadonlySet<string> } {
  const { root, problems, open, unanchored } = readYaml(text);
  if (root?.kind === "map") return { section: { text, entries: root.entries, problems }, open, unanchored };
  if (root?.kind === "scalar" && root.style === "plain" && root.tag === undefined) {
    return { section: { text, entries: [halfTyped(root)], problems: [...problems, missingColon(root)] }, open, unanchored };
  }
  return { section: { text, entries: [], problems }, open, unanchored };
}

const halfTyped = (root: ScalarNode): Entry => ({ key: { ...root, value: root.source }, value: undefined, span: root.span });

const missingColon = (root: ScalarNode): SyntaxProblem => ({ code: "MISSING_COLON", message: "A colon is missing behind this key", span: root.span });

interface Attempt extends YamlReading {
  /** The parser has errors, so another one may do better. */
  readonly failed: boolean;
}

function reading(document: Composed, text: string, known: readonly SyntaxProblem[]): Attempt {
  if (document instanceof NotRead) return notRead(document, text, known);
  const built = buildShallow(document, text);
  if (built instanceof NotRead) return notRead(built, text, known);
  const errors = document.errors.map(({ code, message, pos }): SyntaxProblem => ({ code, message: firstLine(message), span: clamped(pos, text.length) }));
  const problems = [...known, ...errors, ...built.problems].sort((a, b) => a.span.start - b.span.start);
  return { root: built.root, problems, open: errors.some(({ message }) => OPEN.test(message)), unanchored: built.unanchored, failed: errors.length > 0 };
}

function buildShallow(document: Document.Parsed, text: string): Built | NotRead {
  try {
    return build(document, text);
  } catch (error) {
    if (error instanceof NotRead) return error;
    throw error;
  }
}

/** The sentences in which `yaml` 2.9.1 says that a quote or bracket has no end; a test reads through them. */
const OPEN = /^Missing closing|must end with a|and end with a/;

function notRead(why: NotRead, text: string, known: readonly SyntaxProblem[]): Attempt {
  const start = Math.max(0, text.search(/\S/));
  const problem = { code: why.code, message: why.message, span: { start, end: Math.min(start + 1, text.length) } };
  return { root: undefined, problems: [...known, problem], open: false, unanchored: new Set(), failed: why === TOO_MANY_ERRORS };
}

const firstLine = (message: string): string => message.replace(/\s*\n[\s\S]*$/, "");

const clamped = (position: readonly [number, number], length: number) => {
  const start = Math.max(0, Math.min(position[0], length));
  return { start, end: Math.max(start, Math.min(position[1], length)) };
};
