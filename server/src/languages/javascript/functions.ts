import { type Span, span } from "../../base/span.ts";
import type { Code, FunctionCode, Parameter, Statement } from "../../model/code/code.ts";
import { codeOf } from "./expressions.ts";
import { type Key, keyOf } from "./objects.ts";
import { parameterOf, parametersOf, plainParameter } from "./parameters.ts";
import { bodyOf } from "./statements.ts";
import { type Part, type Reading, soundPartsOf, spanOf, wordAt, wordsBetween } from "./syntax.ts";

/** A function declaration, function expression or arrow. */
export function functionCode(reading: Reading, part: Part): FunctionCode {
  const parts = soundPartsOf(reading, part);
  const [first] = parts;
  const arrow = part.kind === "arrow_function";
  const named = !arrow && first?.kind === "identifier" ? first : undefined;
  return {
    is: "function",
    name: named && wordAt(reading, named.start, named.end),
    nameAt: named && spanOf(named),
    parameters: (arrow && first?.kind === "identifier" ? [parameterOf(reading, first)] : parametersOf(reading, parts)).map(plainParameter),
    asynchronous: reading.text.startsWith("async", part.start) && first?.start !== part.start,
    generator: part.kind.startsWith("generator"),
    decorators: [],
    ...codeBody(reading, part, parts.at(-1)),
    at: spanOf(part),
  };
}

/** A method with what stands around its function. */
export interface Method {
  readonly key: Key | undefined;
  /** The code that computes its key. */
  readonly computed: readonly Code[];
  readonly code: FunctionCode;
  readonly static: boolean;
  /** Whether it is read or written as a field. */
  readonly accessor: boolean;
  /** Parameters that are fields of the class too. */
  readonly fields: readonly Parameter[];
  /** The decorators of its parameters, which run with those of the class. */
  readonly injected: readonly Code[];
}

/** A method of an object or class; `decorators` are those that the grammar puts in front of it. */
export function methodCode(reading: Reading, part: Part, decorators: readonly Part[] = []): Method {
  const parts = soundPartsOf(reading, part);
  const own = parts.filter(({ kind }) => kind === "decorator");
  const [name, ...more] = parts.slice(own.length);
  const words = wordsOf(reading, own.at(-1)?.end ?? part.start, name?.start ?? part.end);
  const { key, computed } = name ? keyOf(reading, name) : { key: undefined, computed: [] };
  const parameters = parametersOf(reading, more);
  const fields = parameters.filter(({ field }) => field).map(plainParameter);
  const { body, ...rest } = codeBody(reading, part, more.at(-1));
  const code: FunctionCode = {
    is: "function",
    name: key?.key,
    nameAt: key?.keyAt,
    parameters: parameters.map(plainParameter),
    asynchronous: words.has("async"),
    generator: words.has("*"),
    decorators: [...decorators, ...own].map((decorator) => codeOf(reading, decorator)),
    body: [...fields.map(fieldAssignment), ...body],
    ...rest,
    at: spanOf(part),
  };
  return {
    key,
    computed,
    code,
    static: words.has("static"),
    accessor: words.has("get") || words.has("set"),
    fields,
    injected: parameters.flatMap(({ decorators }) => decorators),
  };
}

/** `this.db = db`, which a parameter property does before anything else in the constructor. */
function fieldAssignment({ to, at }: Parameter): Statement {
  const value: Code = { is: "name", name: to.is === "name" ? to.name : "", at: to.at };
  const target: Code = { is: "member", of: { is: "name", name: "this", at: to.at }, key: value.name, keyAt: to.at, subscript: false, at: to.at };
  return { do: "evaluate", code: { is: "assign", to: { is: "target", code: target, at: to.at }, value, operator: "=", at }, at };
}

/** The keywords in front of a method's or field's name; `*` is one. */
export function wordsOf(reading: Reading, start: number, end: number): ReadonlySet<string> {
  return new Set(wordsBetween(reading, start, end).replace("*", " * ").split(/\s+/));
}

type Body = Pick<FunctionCode, "body" | "bodyAt" | "concise">;

function codeBody(reading: Reading, whole: Part, part: Part | undefined): Body {
  if (!part || part.kind === "formal_parameters") return { body: [], bodyAt: span(whole.end, whole.end), concise: false };
  if (part.kind === "statement_block") return { body: bodyOf(reading, part), bodyAt: insideOf(reading, part), concise: false };
  const at = spanOf(part);
  return { body: [{ do: "return", value: codeOf(reading, part), at }], bodyAt: at, concise: true };
}

/** Between the brackets of a block; up to its end where the closing one is missing. */
export function insideOf({ text }: Reading, { start, end }: Part): Span {
  return span(start + 1, Math.max(start + 1, text.startsWith("}", end - 1) ? end - 1 : end));
}
