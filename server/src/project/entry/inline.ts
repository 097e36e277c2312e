import type { Path } from "../../base/place.ts";
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
  const scalar = scalarOf(fn);
  if (!scalar || code.value === undefined) return unknown(`the inline code of ${fn.name} is put together from pieces`, code.place);
  const named = namedBy(handler.value, language).find(({ path }) => path === INLINE_MODULE);
  if (!named) return unknown(`inline code is a module called ${INLINE_MODULE}, which the handler of ${fn.name} does not name`, handler.place);
  const source = { place: { ...code.place, path: scalar }, text: code.value, grammar: language } as const;
  return { ...handler, value: { is: "entry", entry: { source, exportName: named.exportName, roots: [], built: false } } };
}

/** Where the code stands in one piece, just as the runtime gets it: places in the code are offsets in that scalar. */
function scalarOf(fn: Resource<"function">): Path | undefined {
  const written = walk(fn.part.body, fn.part.binding.properties.inlineCode ?? []);
  if (written?.is === "text") return written.parts.length === 1 && typeof written.parts[0] === "string" ? written.scalar : undefined;
  return written?.is === "literal" ? written.path : undefined;
}
