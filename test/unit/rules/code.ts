/** The part of a rule's file that decides and repairs: without documentation, examples and comments. */

/** From `on:` to the end of the file, the examples left out: what stands before is prose for people, and the examples are templates. */
export function codeOf(text: string): string {
  return withoutComments(text.slice(Math.max(0, text.search(/^ {2}on: /m))).replace(/^ {2}examples: \[[\s\S]*?^ {2}\],?$/m, ""));
}

const STRING = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g;

/** Code with its strings emptied; what a template literal computes stays. */
export function withoutStrings(code: string): string {
  return code
    .replace(STRING, '""')
    .replace(/`(?:\\.|[^`\\])*`/g, (literal) => `(${[...literal.matchAll(/\$\{([^}]*)\}/g)].map(([, inside]) => inside).join(" + ")})`);
}

function withoutComments(code: string): string {
  return code.replace(/^\s*(?:\/\/|\/\*\*|\*).*$/gm, "").replace(/\s\/\/ .*$/gm, "");
}
