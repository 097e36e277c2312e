import type { Span } from "../../base/span.ts";
import type { CallCode, Catch, Code, FunctionCode, Statement } from "../../model/code/code.ts";
import type { Module } from "../../model/code/module.ts";
import { bodiesOf, codesOf, partsOf } from "../../model/code/traverse.ts";

/** What a piece of code stands in; each list from the outermost to the innermost. */
export interface Around {
  readonly functions: readonly FunctionCode[];
  /** Up to the statement that it is, or is a part of; those around the functions are among them. */
  readonly statements: readonly Statement[];
  /** For each of the statements, the statements of its block. */
  readonly blocks: readonly (readonly Statement[])[];
  /** The code around it in the innermost statement. */
  readonly codes: readonly Code[];
  /** The `catch` around it inside of the innermost function. */
  readonly catches: readonly Catch[];
}

export interface Found<T> {
  readonly it: T;
  readonly around: Around;
}

type Met = Found<Code> | Found<Statement> | Found<Catch>;

/** The call at exactly that span. */
export const findCall = (module: Module, at: Span): Found<CallCode> | undefined => find(module, at, isCall);

/** The first statement at exactly that span: a declaration of several names is several with the same span. */
export const findStatement = (module: Module, at: Span): Found<Statement> | undefined => find(module, at, isStatement);

/** The `catch` or `except` whose head is at exactly that span. */
export const findCatch = (module: Module, head: Span): Found<Catch> | undefined => find(module, head, isCatch);

/** Whether a `try` of its own stands between a statement and the `catch` around it: what is thrown there goes elsewhere first. */
export const isCaughtAgain = ({ statements }: Around, { bodyAt }: Catch): boolean =>
  statements.some((each) => each.do === "try" && holds({ at: bodyAt }, each.at));

type Test<T> = (it: Code | Statement | Catch, at: Span) => it is Extract<Code | Statement | Catch, T>;

const same = (a: Span | undefined, b: Span): boolean => a?.start === b.start && a.end === b.end;

const isCall: Test<CallCode> = (it, at): it is CallCode => "is" in it && it.is === "call" && same(it.at, at);
const isStatement: Test<Statement> = (it, at): it is Statement => "do" in it && same(it.at, at);
const isCatch: Test<Catch> = (it, at): it is Catch => "types" in it && same(it.headAt, at);

function find<T extends Code | Statement | Catch>(module: Module, at: Span, test: (it: Code | Statement | Catch, at: Span) => it is T): Found<T> | undefined {
  for (const { it, around } of inStatements(module.body, at, NOTHING)) if (test(it, at)) return { it, around };
  return undefined;
}

const NOTHING: Around = { functions: [], statements: [], blocks: [], codes: [], catches: [] };

const holds = ({ at: { start, end } }: { readonly at: Span }, at: Span): boolean => start <= at.start && at.end <= end;

/** Everything that holds a span, outermost first. */
function* inStatements(block: readonly Statement[], at: Span, outer: Around): Generator<Met> {
  for (const statement of block) {
    if (!holds(statement, at)) continue;
    const around: Around = { ...outer, statements: [...outer.statements, statement], blocks: [...outer.blocks, block], codes: [] };
    yield { it: statement, around };
    for (const code of codesOf(statement)) yield* inCode(code, at, around);
    for (const body of bodiesOf(statement)) yield* inStatements(body, at, { ...around, catches: catchesWith(body, statement, around, at) });
    if (statement.do === "try") for (const each of statement.catches) if (holds(each, at)) yield { it: each, around };
  }
}

function catchesWith(body: readonly Statement[], statement: Statement, { catches }: Around, at: Span): readonly Catch[] {
  const own = statement.do === "try" ? statement.catches.find((each) => each.body === body && holds(each, at)) : undefined;
  return own ? [...catches, own] : catches;
}

function* inCode(code: Code, at: Span, outer: Around): Generator<Met> {
  if (!holds(code, at)) return;
  yield { it: code, around: outer };
  const around: Around = { ...outer, codes: [...outer.codes, code] };
  if (code.is === "function") yield* inStatements(code.body, at, { ...around, functions: [...around.functions, code], codes: [], catches: [] });
  else if (code.is === "class") for (const { value } of code.members) yield* value ? inCode(value, at, around) : [];
  // What a parameter is by default is computed in no place where statements could stand.
  else for (const part of partsOf(code)) yield* inCode(part, at, around);
}
