import type { LanguageName } from "../../model/code/module.ts";
import type { Resource } from "../../model/resource.ts";
import { walk } from "../../model/template.ts";
import { type Known, unknown, type Value } from "../../model/value.ts";
import type { FoundEntry } from "./entry-of.ts";
import { namedBy } from "./handler.ts";

/** Lambda puts inline code into a module of this name (AWS::Lambda::Function Code, `ZipFile`; looked up on 2026-11-24). */
const INLINE_MODULE = "index";

/** The entry of a function whose code stands in the template itself: its source is the scalar. */
export function inlineEntry(fn: Resource<"function">, handler: Known<string>, languages: readonly LanguageName[]): Value<FoundEntry> {
  const code = fn.text("inlineCode");
  const [language, other] = languages;
  if (!code.known) return unknown(`the inline code of ${fn.name} is not written out: ${code.reason}`, code.place);
  if (language === undefined || other !== undefined) return unknown(`the language of the inline code of ${fn.name} is not known`, code.place);
  const steps = fn.part.binding.properties.inlineCode;
  // Places in the code are offsets in the scalar, so the scalar must say just what the runtime gets.
  if (!steps || walk(fn.part.body, steps)?.is !== "literal" || code.value === undefined)
    return unknown(`the inline code of ${fn.name} is put together from pieces`, code.place);
  const named = namedBy(handler.value, language).find(({ path }) => path === INLINE_MODULE);
  if (!named) return unknown(`inline code is a module called ${INLINE_MODULE}, which the handler of ${fn.name} does not name`, handler.place);
  const source = { place: code.place, text: code.value, grammar: language } as const;
  return { ...handler, value: { is: "entry", entry: { source, exportName: named.exportName, roots: [], built: false } } };
}
