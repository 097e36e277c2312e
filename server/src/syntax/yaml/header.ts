/** A key as it stands in a line: its name, the end of its text, and whether nothing but a comment follows its colon. */
export interface LineKey {
  readonly name: string;
  readonly end: number;
  readonly bare: boolean;
}

/** The key that starts at `at` in a line that ends before `next`; undefined when the line has no key there. */
export function keyAt(text: string, at: number, next: number): LineKey | undefined {
  const line = text.slice(at, Math.min(next, at + LONGEST_KEY));
  const match = QUOTED.exec(line) ?? PLAIN.exec(line);
  if (!match) return undefined;
  const written = match[1] ?? "";
  return { name: unquoted(written), end: at + written.length, bare: BARE.test(text.slice(at + match[0].length, next)) };
}

/** YAML lets the colon of a key stand at most 1,024 characters behind its start. */
const LONGEST_KEY = 1026;

// A key whose quotes hold escapes is not looked into: its group is read as a whole.
const QUOTED = /^("[^"\\\n]*"|'[^'\n]*')[ \t]*:(?=\s|$)/;

// The lazy run stops at the first colon that ends a key, and never reads past a comment.
const PLAIN = /^([^\s"'#&*!|>%@`{[\]},](?:[^\s:#]|:(?=\S)|(?<=\S)#|[ \t]+(?![\s:#]))*)[ \t]*:(?=\s|$)/;

const BARE = /^[ \t]*(?:(?<=[ \t])#[^\n]*)?\r?\n?$/;

const unquoted = (written: string): string => (written.startsWith('"') || written.startsWith("'") ? written.slice(1, -1) : written);
