import type { Code, Pattern, Statement } from "../../model/code/code.ts";
import { codeOf } from "./expressions.ts";
import { namePattern, patternOf } from "./patterns.ts";
import { noteEnding } from "./statements.ts";
import { type Part, type Reading, soundPartsOf, spanOf } from "./syntax.ts";

/** `const`, `let`, `var`: a statement for each name, all with the span of the whole, before and after which others may be written. */
export function declarationsOf(reading: Reading, part: Part): readonly Statement[] {
  noteEnding(reading, part);
  const constant = !(reading.text.startsWith("let", part.start) || reading.text.startsWith("var", part.start));
  return declaratorsOf(reading, part).map(({ to, value }): Statement => ({ do: "declare", to, value, constant, at: spanOf(part) }));
}

const USING = /(?:await\s+)?using\s+(?!in\b|instanceof\b)[\w$]+\s*=/y;

/** Whether a statement is `using x = …`, which TypeScript's grammar takes for an assignment. */
export function isUsing({ text }: Reading, { kind, start }: Part): boolean {
  if (kind !== "expression_statement") return kind === "using_declaration";
  USING.lastIndex = start;
  return USING.test(text);
}

/** What `using` enters. */
export function usesOf(reading: Reading, part: Part): readonly { readonly code: Code; readonly to: Pattern }[] {
  noteEnding(reading, part);
  const declarators = part.kind === "expression_statement" ? assignedIn(reading, part) : declaratorsOf(reading, part);
  return declarators.flatMap(({ to, value }) => (value ? [{ code: value, to }] : []));
}

/** The assignment that stands for a `using`, perhaps below an `await`. */
function assignedIn(reading: Reading, part: Part): readonly Declarator[] {
  return soundPartsOf(reading, part).flatMap((inner) =>
    inner.kind === "assignment_expression" ? declaratorOf(reading, inner) : inner.kind === "await_expression" ? assignedIn(reading, inner) : [],
  );
}

interface Declarator {
  readonly to: Pattern;
  readonly value: Code | undefined;
}

export function declaratorsOf(reading: Reading, part: Part): readonly Declarator[] {
  return soundPartsOf(reading, part)
    .filter(({ kind }) => kind === "variable_declarator")
    .flatMap((declarator) => declaratorOf(reading, declarator));
}

function declaratorOf(reading: Reading, part: Part): readonly Declarator[] {
  const [name, initial] = soundPartsOf(reading, part);
  if (!name) return [];
  const bindings = reading.seen.requireBindings;
  const to = patternOf(reading, name);
  const value = initial && codeOf(reading, initial);
  if (makesRequire(value)) reading.seen.requireBindings = bindings;
  return [{ to, value }];
}

/** `const require = createRequire(import.meta.url)`: a `require` that imports, as the one that Node gives. */
function makesRequire(value: Code | undefined): boolean {
  if (value?.is !== "call") return false;
  const { callee } = value;
  return callee.is === "name" ? callee.name === "createRequire" : callee.is === "member" && callee.key === "createRequire";
}

/** `import table = config.table;` */
export function aliasStatements(reading: Reading, part: Part): readonly Statement[] {
  const [name, value] = soundPartsOf(reading, part);
  if (!name || !value) return [];
  return [{ do: "declare", to: namePattern(reading, name), value: dottedCode(reading, value), constant: true, at: spanOf(part) }];
}

/** `a.b.c`, which the grammar reads as a name of its own kind where a type or a namespace stands. */
function dottedCode(reading: Reading, part: Part): Code {
  return codeOf(reading, part.kind === "nested_identifier" ? { ...part, kind: "member_expression" } : part);
}
