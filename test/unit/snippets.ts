/** Snippets as an editor expands them when nobody fills anything in. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./sources.ts";

export interface Snippet {
  readonly name: string;
  readonly prefix: string;
  readonly description: string;
  readonly scope: string;
  readonly body: readonly string[];
}

export function snippetsOf(file: string): readonly Snippet[] {
  const content = JSON.parse(readFileSync(join(ROOT, "snippets", file), "utf8")) as Readonly<Record<string, Omit<Snippet, "name">>>;
  return Object.entries(content).map(([name, snippet]) => ({ name, ...snippet }));
}

/** `\$`, `${1:default}`, `${1|first,second|}`, `${1}` and `$1`. */
const PIECE = /\\([\\$}])|\$\{(\d+):((?:\\.|[^\\}])*)\}|\$\{(\d+)\|([^|]*)\|\}|\$\{(\d+)\}|\$(\d+)/g;

/** The text with all defaults, indented by two blanks; what the cursor would leave blank is blank. */
export function expanded({ body }: Pick<Snippet, "body">): string {
  const text = body.join("\n").replaceAll("\t", "  ");
  const defaults = new Map<string, string>();
  for (const [, , stop, value, choice, choices] of text.matchAll(PIECE)) {
    if (stop !== undefined && value !== undefined) defaults.set(stop, value.replace(/\\(.)/g, "$1"));
    if (choice !== undefined) defaults.set(choice, choices?.split(",")[0] ?? "");
  }
  const filled = text.replace(PIECE, (_, escaped?: string, ...stops: readonly (string | undefined)[]) => {
    const stop = stops[0] ?? stops[2] ?? stops[4] ?? stops[5] ?? "";
    return escaped ?? defaults.get(stop) ?? "";
  });
  return `${filled.trimEnd()}\n`;
}
