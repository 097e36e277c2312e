import type { Span } from "../../base/span.ts";
import type { Import } from "../../model/code/module.ts";
import { innerSpan, textCode } from "./literals.ts";
import { namePattern } from "./patterns.ts";
import { type Part, partsOf, type Reading, soundPartsOf, spanOf, wordAt, wordsBetween } from "./syntax.ts";

/** What an `import` statement binds; one entry without a name here when it is for its effects alone. */
export function importsOf(reading: Reading, part: Part): readonly Import[] {
  reading.seen.imports++;
  const parts = partsOf(reading, part);
  const required = parts.find(({ kind }) => kind === "import_require_clause");
  const clause = parts.find(({ kind }) => kind === "import_clause");
  const source = sourceOf(reading, required ? soundPartsOf(reading, required) : parts);
  if (!source) return [];
  const typeOnly = clause !== undefined && isTypeOnly(reading, part.start + "import".length, clause.start);
  const bindings = required ? requiredName(reading, required) : clause ? bindingsOf(reading, clause) : [{ name: "*", local: undefined, typeOnly: false }];
  return bindings.map((binding) => ({ ...source, ...binding, typeOnly: typeOnly || binding.typeOnly, at: spanOf(part) }));
}

type Binding = Pick<Import, "name" | "local" | "typeOnly">;

/** Where something comes from: the text behind `from`, without its quotes. */
export function sourceOf(reading: Reading, parts: readonly Part[]): { readonly specifier: string; readonly specifierAt: Span } | undefined {
  const source = parts.find(({ kind }) => kind === "string");
  return source && { specifier: textCode(reading, source).value, specifierAt: innerSpan(source) };
}

/** `import x = require("y")` gives the module as a whole. */
function requiredName(reading: Reading, clause: Part): readonly Binding[] {
  return soundPartsOf(reading, clause)
    .filter(({ kind }) => kind === "identifier")
    .map((name) => ({ name: "*", local: localOf(reading, name), typeOnly: false }));
}

function bindingsOf(reading: Reading, clause: Part): readonly Binding[] {
  return soundPartsOf(reading, clause).flatMap((part): readonly Binding[] => {
    switch (part.kind) {
      case "identifier":
        return [{ name: "default", local: localOf(reading, part), typeOnly: false }];
      case "namespace_import":
        return soundPartsOf(reading, part).map((name) => ({ name: "*", local: localOf(reading, name), typeOnly: false }));
      default:
        return soundPartsOf(reading, part).flatMap((specifier) => namedBinding(reading, specifier));
    }
  });
}

function namedBinding(reading: Reading, specifier: Part): readonly Binding[] {
  const { name, alias } = specifierOf(reading, specifier);
  if (!name || !alias) return [];
  return [{ name: exportedName(reading, name), local: localOf(reading, alias), typeOnly: isTypeOnly(reading, specifier.start, name.start) }];
}

/** Both names of `a as b`, which may be `default`: that is no node of its own in the grammar. */
export function specifierOf(reading: Reading, specifier: Part): { readonly name: Part | undefined; readonly alias: Part | undefined } {
  const text = reading.text.slice(specifier.start, specifier.end);
  const first = /^(?:type\s+|typeof\s+)?default\b/.exec(text)?.[0].length;
  const named = soundPartsOf(reading, specifier);
  const parts = first === undefined ? named : [defaultAt(specifier, specifier.start + first), ...named];
  const [name, alias = /\bas\s+default$/.test(text) ? defaultAt(specifier, specifier.end) : name] = parts;
  return { name, alias };
}

const defaultAt = (part: Part, end: number): Part => ({ ...part, kind: "identifier", start: end - "default".length, end });

const localOf = (reading: Reading, part: Part): string => namePattern(reading, part).name;

/** A name as modules know it; it may be written as a text. */
export const exportedName = (reading: Reading, part: Part): string =>
  part.kind === "string" ? textCode(reading, part).value : wordAt(reading, part.start, part.end);

/** Whether `type` or `typeof` stands in front of what is imported or exported. */
export const isTypeOnly = (reading: Reading, start: number, end: number): boolean => /^type(?:of)?\b/.test(wordsBetween(reading, start, end));
