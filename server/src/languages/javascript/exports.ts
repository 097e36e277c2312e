import { span } from "../../base/span.ts";
import type { Code, Statement } from "../../model/code/code.ts";
import type { Export } from "../../model/code/module.ts";
import { classCode } from "./classes.ts";
import { codeOf } from "./expressions.ts";
import { exportedName, isTypeOnly, sourceOf, specifierOf } from "./imports.ts";
import { namesIn } from "./patterns.ts";
import { declared, isStatement, noteEnding, statementsAt } from "./statements.ts";
import { type Part, type Reading, soundPartsOf, spanOf, wordsBetween } from "./syntax.ts";

/** What an `export` statement does when it runs, and what it offers. */
export interface Exported {
  readonly statements: readonly Statement[];
  readonly exports: readonly Export[];
}

/** What is done by an `export` in a namespace. */
export function exportedStatements(reading: Reading, part: Part): readonly Statement[] {
  return exportedOf(reading, part).statements;
}

export function exportedOf(reading: Reading, part: Part): Exported {
  const all = soundPartsOf(reading, part);
  const decorators = all.filter(({ kind }) => kind === "decorator");
  const parts = all.slice(decorators.length);
  const [first] = parts;
  if (!first) return NOTHING;
  if (!DECLARES.has(first.kind)) noteEnding(reading, part);
  const from = decorators.at(-1)?.end ?? part.start;
  const words = wordsBetween(reading, from, first.start).replace(/^export\s*/, "");
  if (/^(?:type|as)\b/.test(words)) return NOTHING;
  if (words.startsWith("*") || first.kind === "namespace_export") return { statements: [], exports: wholeExport(reading, part, parts) };
  if (first.kind === "export_clause") return { statements: [], exports: listedExports(reading, part, parts) };
  const statements = exportedDeclaration(reading, first, decorators).map((statement) => ({ ...statement, at: spanOf(part) }));
  if (words === "") return { statements, exports: statements.flatMap(namedExports) };
  const nameAt = span(reading.text.indexOf(words, from), first.start);
  return { statements, exports: statements.map((statement) => singleExport(statement, words, nameAt)) };
}

const NOTHING: Exported = { statements: [], exports: [] };

const DECLARES: ReadonlySet<string> = new Set(["function_declaration", "generator_function_declaration", "class_declaration", "abstract_class_declaration"]);

/** What stands behind `export` or `export default`; an expression is computed. */
function exportedDeclaration(reading: Reading, part: Part, decorators: readonly Part[]): readonly Statement[] {
  if (part.kind.endsWith("class_declaration") || part.kind === "class") return declared(reading, part, classCode(reading, part, decorators));
  if (isStatement(part.kind)) return statementsAt(reading, part);
  return [{ do: "evaluate", code: codeOf(reading, part), at: spanOf(part) }];
}

/** `export default …` and `export = …`. */
function singleExport(statement: Statement, words: string, nameAt: Export["nameAt"]): Export {
  const isDefault = words.startsWith("default");
  const keyword = span(nameAt.start, nameAt.start + (isDefault ? "default".length : 1));
  return { name: isDefault ? "default" : "=", at: statement.at, nameAt: keyword, value: givenBy(statement), from: undefined };
}

function givenBy(statement: Statement): Code | undefined {
  if (statement.do === "evaluate") return statement.code;
  return statement.do === "declare" ? statement.value : undefined;
}

/** The names of a declaration. What can be given another value later, or is a part of a value, is known by its name alone. */
function namedExports(statement: Statement): readonly Export[] {
  if (statement.do !== "declare") return [];
  const { to, constant, value, at } = statement;
  return namesIn(to).map(({ name, at: nameAt }) => {
    const whole = constant && to.is === "name" && value;
    return { name, at, nameAt, value: whole ? value : { is: "name", name, at: nameAt }, from: undefined };
  });
}

/** `export { a as b }`, also from another module. */
function listedExports(reading: Reading, part: Part, parts: readonly Part[]): readonly Export[] {
  const source = sourceOf(reading, parts);
  const clauses = parts.filter(({ kind }) => kind === "export_clause");
  return clauses
    .flatMap((clause) => soundPartsOf(reading, clause))
    .flatMap((specifier): readonly Export[] => {
      const { name: local, alias } = specifierOf(reading, specifier);
      if (!local || !alias || isTypeOnly(reading, specifier.start, local.start)) return [];
      const name = exportedName(reading, alias);
      const there = exportedName(reading, local);
      const from = source && { specifier: source.specifier, name: there };
      return [{ name, at: spanOf(part), nameAt: spanOf(alias), value: from ? undefined : { is: "name", name: there, at: spanOf(local) }, from }];
    });
}

/** `export * from` and `export * as name from`. */
function wholeExport(reading: Reading, part: Part, parts: readonly Part[]): readonly Export[] {
  const source = sourceOf(reading, parts);
  if (!source) return [];
  const from = { specifier: source.specifier, name: "*" };
  const space = parts.find(({ kind }) => kind === "namespace_export");
  const named = space && soundPartsOf(reading, space)[0];
  const nameAt = named ? spanOf(named) : source.specifierAt;
  return [{ name: named ? exportedName(reading, named) : "*", at: spanOf(part), nameAt, value: undefined, from }];
}
