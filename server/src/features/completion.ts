import type { CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import type { Position } from "../base/span.ts";
import { isOfCode } from "../engine/review-code.ts";
import { textIn } from "../engine/snapshot.ts";
import { variablesOf } from "../model/words/code/joined.ts";
import { joiningsOf } from "./joins.ts";
import type { View } from "./view.ts";

/** What stands before the name of a variable, and what of it is typed already. */
const BEFORE = /(?:\bprocess\.env(?:\.|\[["'])|\bos\.(?:environ\[|environ\.get\(|getenv\()["'])(\w*)$/;
const VARIABLE = 6 satisfies CompletionItemKind;

/** The environment variables that a function's template declares, where code begins to name one. */
export function completionsOf(view: View, position: Position): CompletionItem[] {
  const { review, settings, snapshot, positions } = view;
  if (!settings.enable || !isOfCode(review)) return [];
  const offset = positions.offset(position);
  const line = textIn(snapshot, review.uri).slice(positions.offset({ line: position.line, character: 0 }), offset);
  const typed = BEFORE.exec(line)?.[1];
  if (typed === undefined) return [];
  const range = positions.range({ start: offset - typed.length, end: offset });
  const functions = new Map<string, string[]>();
  for (const { join } of joiningsOf(view)) {
    const names = variablesOf(join.fn);
    for (const name of names.known ? names.value : []) functions.set(name, [...(functions.get(name) ?? []), join.fn.name]);
  }
  return [...functions].map(([name, of]) => ({ label: name, kind: VARIABLE, detail: `variable of ${of.join(", ")}`, textEdit: { range, newText: name } }));
}
