import type { TextEdit } from "../../../base/span.ts";
import { inserted, textAt, type Writing } from "../../shared/writing.ts";

/** The type of a handler's context: that of `@types/aws-lambda` where the file imports from there, else as much of it as is used. */
export function contextType(writing: Writing): { readonly type: string; readonly edits: readonly TextEdit[] } {
  const imports = writing.module.imports.filter(({ specifier }) => specifier === "aws-lambda");
  const own = imports.find(({ name }) => name === "Context");
  if (own?.local !== undefined) return { type: own.local, edits: [] };
  for (const { at } of imports) {
    const names = /^(import\s+(?:type\s+)?\{[^}]*?)(,?)(\s*)\}/.exec(textAt(writing, at));
    if (names?.[1] && !names[3]?.includes("\n")) return { type: "Context", edits: [inserted(at.start + names[1].length, ", Context")] };
  }
  return { type: "{ awsRequestId: string }", edits: [] };
}
