import { type Span, span, type TextEdit } from "../../base/span.ts";
import type { Code, FunctionCode, Statement } from "../../model/code/code.ts";
import type { Module } from "../../model/code/module.ts";
import { everyCodeIn } from "../../model/code/traverse.ts";
import { type Around, type Found, findCall } from "./find.ts";
import { blankLinesAbove, commentedFrom, indentationAt, isMultiline, lineBreakOf, lineStart, nextLine, reindented, wholeLines } from "./lines.ts";
import { boundAtTop, boundBy, boundIn, namesUsed } from "./names.ts";
import { type Cannot, cannot, inserted, NOT_THERE, replaced, type Writing, type WrittenCode } from "./writing.ts";

/** What differs between languages where a statement moves. */
export interface Moving {
  /** What may stand before a statement of the module on its line: `export`. */
  readonly prefix: RegExp;
  /** Blank lines around functions where the file does not show. */
  readonly blankLines: number;
}

/**
 * Moves the statement that keeps what a call makes above the statement of the module that the call is in. It must mean the
 * same there: it speaks of nothing that the functions around it have, and its name is free.
 */
export function hoist(writing: Writing, at: Span, moving: Moving): WrittenCode {
  const { module, text } = writing;
  const found = findCall(module, at);
  if (!found) return NOT_THERE;
  const kept = keptBy(found);
  const [top] = found.around.statements;
  const fn = found.around.functions[0];
  if (!kept || !top || !fn || kept.statement === top) return cannot("what it makes is not kept in a variable of a function");
  const refused = refusal(kept, top, found.around, module);
  if (refused) return refused;
  const lines = wholeLines(writing, kept.statement.at);
  if (!lines || hasOpenText(kept.value, text)) return cannot("it shares its lines with something else");
  const above = insertion(writing, top, moving);
  return above ? { edits: moved(writing, lines, above) } : cannot("there is no line above the function");
}

interface Kept {
  readonly statement: Statement;
  readonly name: string;
  readonly value: Code;
}

/** The declaration, or the first assignment, whose value the call is or is a part of. */
function keptBy({ around: { statements, blocks } }: Found<unknown>): Kept | undefined {
  const statement = statements.at(-1);
  const block = blocks.at(-1);
  if (!statement || block?.filter((each) => each.at.start === statement.at.start).length !== 1) return undefined;
  const { to, value } = givenIn(statement) ?? {};
  return to?.is === "name" && value ? { statement, name: to.name, value } : undefined;
}

/** What a statement gives to what, where it is one declaration or assignment. */
export function givenIn(statement: Statement) {
  if (statement.do === "declare") return { to: statement.to, value: statement.value };
  if (statement.do !== "evaluate" || statement.code.is !== "assign" || statement.code.operator !== "=") return undefined;
  return { to: statement.code.to, value: statement.code.value };
}

function refusal({ statement, name, value }: Kept, top: Statement, { functions, statements, blocks }: Around, module: Module): Cannot | undefined {
  const bound = functions.flatMap((fn) => [...boundIn(fn)]);
  const used = namesUsed(value);
  if (bound.some((each) => each !== name && used.has(each)) || used.has(name) || used.has("this") || waits(value)) return cannot("it depends on the function");
  if (boundAtTop(module).has(name)) return cannot(`the module has a ${name} already`);
  if (isGivenAgain(name, functions)) return cannot(`${name} is given something else too`);
  if (statement.do !== "declare" && statements.some((each) => each.do === "branch" && each !== top)) return cannot("a condition decides about it");
  if ((blocks.at(-1)?.length ?? 0) < 2) return cannot("nothing would be left of the function");
  return comesLater(used, top, module) ? cannot("it needs what stands further below") : undefined;
}

/** Whether a name is given a value in more than one place of the functions around. */
const isGivenAgain = (name: string, functions: readonly FunctionCode[]): boolean => {
  const [outermost] = functions;
  if (!outermost) return false;
  const inner = [...everyCodeIn(outermost.body)].flatMap((code) => (code.is === "function" ? [...boundIn(code)] : []));
  return [...boundBy(outermost.body), ...inner].filter((each) => each === name).length !== 1;
};

/** `await` at the top of a module is not for every module. */
const waits = (value: Code): boolean => [...everyCodeIn([{ do: "evaluate", code: value, at: value.at }])].some(({ is }) => is === "await");

function comesLater(used: ReadonlySet<string>, top: Statement, module: Module): boolean {
  const later = module.body.filter(({ at }) => at.start >= top.at.start);
  const imported = module.language === "python" ? module.imports.filter(({ at }) => at.start >= top.at.start).flatMap(({ local }) => local ?? []) : [];
  return [...boundBy(later), ...imported].some((name) => used.has(name));
}

/** Texts over several lines would change with the indentation. */
export const hasOpenText = (value: Code, text: string): boolean =>
  [...everyCodeIn([{ do: "evaluate", code: value, at: value.at }])].some(({ is, at }) => (is === "text" || is === "template") && isMultiline(text, at));

interface Insertion {
  /** Behind the last line above, before the blank lines. */
  readonly at: number;
  readonly blankLines: number;
  /** Whether anything stands above. */
  readonly first: boolean;
}

function insertion(writing: Writing, top: Statement, { prefix, blankLines }: Moving): Insertion | undefined {
  const { text } = writing;
  const start = lineStart(text, top.at.start);
  if (!prefix.test(text.slice(start, top.at.start))) return undefined;
  const from = commentedFrom(writing, start);
  const blank = blankLinesAbove(text, from);
  let at = from;
  for (let line = 0; line < blank; line += 1) at = lineStart(text, at - 1);
  return at === 0 ? { at: from, blankLines, first: true } : { at, blankLines: Math.max(blank, 1), first: false };
}

function moved(writing: Writing, lines: Span, { at, blankLines, first }: Insertion): readonly TextEdit[] {
  const { text } = writing;
  const lineBreak = lineBreakOf(text);
  const from = commentedFrom(writing, lines.start);
  const statement = reindented(text.slice(from, lines.end), indentationAt(text, lines.start), "");
  const whole = statement.endsWith("\n") ? statement : statement + lineBreak;
  const blanksThere = nextBlankLines(text, at);
  const below = lineBreak.repeat(Math.max(0, blankLines - blanksThere));
  return [inserted(at, first ? whole + lineBreak.repeat(blankLines) : lineBreak + whole + below), removal(text, span(from, lines.end))];
}

function nextBlankLines(text: string, at: number): number {
  let count = 0;
  for (let line = at; line < text.length && text.slice(line, nextLine(text, line)).trim() === ""; line = nextLine(text, line)) count += 1;
  return count;
}

/** Takes whole lines away, with a blank line below where one would be left at the beginning of a block, or two in a row. */
export function removal(text: string, { start, end }: Span): TextEdit {
  const below = nextLine(text, end);
  const above = text.slice(lineStart(text, Math.max(0, start - 1)), start).trim();
  const isBlank = end < text.length && text.slice(end, below).trim() === "";
  return replaced(span(start, isBlank && (above === "" || /[{:]$/.test(above)) ? below : end), "");
}
