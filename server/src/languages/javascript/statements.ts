import { span } from "../../base/span.ts";
import type { Code, Pattern, Statement } from "../../model/code/code.ts";
import { branchOf } from "./branches.ts";
import { classCode } from "./classes.ts";
import { aliasStatements, declarationsOf, isUsing, usesOf } from "./declarations.ts";
import { enumStatements, namespaceStatements } from "./enums.ts";
import { exportedStatements } from "./exports.ts";
import { codeOf, isTelling } from "./expressions.ts";
import { functionCode } from "./functions.ts";
import { countLoop, eachLoop, whileLoop } from "./loops.ts";
import { namePattern } from "./patterns.ts";
import { switchStatements } from "./switches.ts";
import { oneDeeper, type Part, partsOf, type Reading, soundPartsOf, spanOf } from "./syntax.ts";
import { tryStatement } from "./tries.ts";

type Statements = readonly Statement[];

/** The statements of a block, or the one that stands where a block could. */
export function bodyOf(reading: Reading, part: Part | undefined): Statements {
  if (!part) return [];
  return part.kind === "statement_block" ? statementsOf(reading, partsOf(reading, part)) : statementsAt(reading, part);
}

/** Lowers statements in order, each by `lower`. What follows a `using` is in the block that it opens. */
export function statementsOf(reading: Reading, parts: readonly Part[], lower = statementsAt): Statements {
  const using = parts.findIndex((part) => isUsing(reading, part));
  const plain = (using < 0 ? parts : parts.slice(0, using)).flatMap((part) => lower(reading, part));
  const [first, ...rest] = using < 0 ? [] : parts.slice(using);
  return first ? [...plain, ...usingBlock(reading, first, rest, lower)] : plain;
}

function usingBlock(reading: Reading, first: Part, rest: readonly Part[], lower: typeof statementsAt): Statements {
  const block = oneDeeper(reading, first, (): Statement => {
    const uses = usesOf(reading, first);
    return { do: "block", uses, body: statementsOf(reading, rest, lower), at: span(first.start, rest.at(-1)?.end ?? first.end) };
  });
  return block ? [block] : [];
}

/** Lowers one statement: to none where nothing of it is left at run time, to several where it declares several names. */
export function statementsAt(reading: Reading, part: Part): Statements {
  return oneDeeper(reading, part, FORMS.get(part.kind) ?? looseStatements) ?? [];
}

export const isStatement = (kind: string): boolean => FORMS.has(kind);

/** What is no statement: the parts of a text that could not be parsed. */
function looseStatements(reading: Reading, part: Part): Statements {
  if (part.kind === "ERROR") return statementsOf(reading, partsOf(reading, part));
  return isTelling(part.kind) ? [{ do: "evaluate", code: codeOf(reading, part), at: spanOf(part) }] : [];
}

function expressionStatement(reading: Reading, part: Part): Statements {
  const [expression] = soundPartsOf(reading, part);
  noteEnding(reading, part);
  if (!expression) return [];
  if (expression.kind === "internal_module") return namespaceStatements(reading, expression);
  return [{ do: "evaluate", code: codeOf(reading, expression), at: spanOf(part) }];
}

/** Counts whether people end their statements with a semicolon here. */
export function noteEnding({ text, seen }: Reading, { end }: Part): void {
  seen.statements++;
  if (text.startsWith(";", end - 1)) seen.semicolons++;
}

function functionDeclaration(reading: Reading, part: Part): Statements {
  return declared(reading, part, functionCode(reading, part));
}

function classDeclaration(reading: Reading, part: Part): Statements {
  return declared(reading, part, classCode(reading, part));
}

/** A named function or class. Without a name, as after `export default`, it is only computed. */
export function declared(reading: Reading, part: Part, value: Extract<Code, { is: "function" | "class" }>): Statements {
  const at = spanOf(part);
  if (!value.nameAt) return [{ do: "evaluate", code: value, at }];
  const to: Pattern = namePattern(reading, { ...part, ...value.nameAt });
  return [{ do: "declare", to, value, constant: true, at }];
}

function valueStatement(form: "return" | "throw"): (reading: Reading, part: Part) => Statements {
  return (reading, part) => {
    const [value] = soundPartsOf(reading, part);
    noteEnding(reading, part);
    return [{ do: form, value: value && codeOf(reading, value), at: spanOf(part) }];
  };
}

function ifStatement(reading: Reading, part: Part): Statements {
  const [test, then, otherwise] = soundPartsOf(reading, part);
  if (!test) return [];
  return [branchOf(codeOf(reading, test), bodyOf(reading, then), bodyOf(reading, otherwise), spanOf(part))];
}

/** What stands behind a keyword: `else`, `finally`. */
export const inner = (reading: Reading, part: Part): Statements => soundPartsOf(reading, part).flatMap((child) => bodyOf(reading, child));

/** A label, a bare block, `with`: what is entered, and what is done in it. */
function blockStatement(reading: Reading, part: Part): Statements {
  const parts = part.kind === "statement_block" ? [part] : soundPartsOf(reading, part);
  const uses = part.kind === "with_statement" ? parts.slice(0, 1).map((entered) => ({ code: codeOf(reading, entered), to: undefined })) : [];
  return [{ do: "block", uses, body: bodyOf(reading, parts.at(-1)), at: spanOf(part) }];
}

function leaveStatement(reading: Reading, part: Part): Statements {
  noteEnding(reading, part);
  return [{ do: "leave", at: spanOf(part) }];
}

const nothing = (): Statements => [];

const FORMS: ReadonlyMap<string, (reading: Reading, part: Part) => Statements> = new Map<string, (reading: Reading, part: Part) => Statements>([
  ["expression_statement", expressionStatement],
  ["lexical_declaration", declarationsOf],
  ["variable_declaration", declarationsOf],
  ["function_declaration", functionDeclaration],
  ["generator_function_declaration", functionDeclaration],
  ["class_declaration", classDeclaration],
  ["abstract_class_declaration", classDeclaration],
  ["enum_declaration", enumStatements],
  ["module", namespaceStatements],
  ["internal_module", namespaceStatements],
  ["import_alias", aliasStatements],
  ["export_statement", exportedStatements],
  ["import_statement", nothing],
  ["else_clause", inner],
  ["if_statement", ifStatement],
  ["switch_statement", switchStatements],
  ["for_statement", countLoop],
  ["for_in_statement", eachLoop],
  ["while_statement", whileLoop],
  ["do_statement", whileLoop],
  ["try_statement", tryStatement],
  ["return_statement", valueStatement("return")],
  ["throw_statement", valueStatement("throw")],
  ["break_statement", leaveStatement],
  ["continue_statement", leaveStatement],
  ["labeled_statement", blockStatement],
  ["with_statement", blockStatement],
  ["statement_block", blockStatement],
  ["debugger_statement", nothing],
  ["empty_statement", nothing],
  ["hash_bang_line", nothing],
]);
