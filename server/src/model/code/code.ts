import type { Span } from "../../base/span.ts";

/**
 * Handler code as the product reads it, the same for every language: what is computed (`Code`), what is done
 * (`Statement`) and what is named (`Pattern`). A language lowers its syntax tree into it; everything behind that knows no
 * language. It keeps what rules ask for and lets the rest go: what has no form of its own is `other`, whose parts are
 * still read. Every `at` is a span of UTF-16 offsets in the text of the module.
 */
export type Code =
  | TextCode
  | NumberCode
  | FlagCode
  | NothingCode
  | TemplateCode
  | NameCode
  | MemberCode
  | ItemCode
  | CallCode
  | ObjectCode
  | ListCode
  | FunctionCode
  | ClassCode
  | ChoiceCode
  | AwaitCode
  | AssignCode
  | OperationCode
  | SpreadCode
  | ComprehensionCode
  | ImportCode
  | OtherCode;

interface At {
  readonly at: Span;
}

/** A string literal, with its value. */
export interface TextCode extends At {
  readonly is: "text";
  readonly value: string;
}

export interface NumberCode extends At {
  readonly is: "number";
  readonly value: number;
}

export interface FlagCode extends At {
  readonly is: "flag";
  readonly value: boolean;
}

/** `null`, `undefined`, `None`. */
export interface NothingCode extends At {
  readonly is: "nothing";
}

/** A text with code in it: a template literal, an f-string. */
export interface TemplateCode extends At {
  readonly is: "template";
  readonly parts: readonly (string | Code)[];
}

/** A variable; `this` in a method, also where the language calls it `self`. */
export interface NameCode extends At {
  readonly is: "name";
  readonly name: string;
}

/** `of.key`, and `of["key"]` with a literal key on anything. */
export interface MemberCode extends At {
  readonly is: "member";
  readonly of: Code;
  readonly key: string;
  /** The key alone. */
  readonly keyAt: Span;
  /** Whether it was written with brackets. */
  readonly subscript: boolean;
}

/** `of[index]` with an index that is no literal text. */
export interface ItemCode extends At {
  readonly is: "item";
  readonly of: Code;
  readonly index: Code;
}

export interface CallCode extends At {
  readonly is: "call";
  readonly callee: Code;
  /** In order; a spread (`...x`, `*x`, `**x`) is a `spread` among them. A tagged template has its template as only argument. */
  readonly arguments: readonly Code[];
  /** Keyword arguments. */
  readonly named: ReadonlyMap<string, Code>;
  /** `new` was written. */
  readonly construct: boolean;
  /** From the opening to behind the closing bracket; empty, at the end of the call, where none is written (`new Date`). */
  readonly argumentsAt: Span;
}

/** An object, a dictionary. */
export interface ObjectCode extends At {
  readonly is: "object";
  readonly entries: readonly ObjectEntry[];
  /** Whether there is more in it than the entries say: a spread, a computed key. The parts of these are in `others`. */
  readonly open: boolean;
  readonly others: readonly Code[];
}

export interface ObjectEntry extends At {
  readonly key: string;
  readonly keyAt: Span;
  readonly value: Code;
}

/** A list, tuple or set. */
export interface ListCode extends At {
  readonly is: "list";
  readonly items: readonly Code[];
}

export interface FunctionCode extends At {
  readonly is: "function";
  /** As it calls itself; undefined for an arrow or lambda. */
  readonly name: string | undefined;
  readonly nameAt: Span | undefined;
  /** Without `this` or `self`. */
  readonly parameters: readonly Parameter[];
  readonly asynchronous: boolean;
  readonly generator: boolean;
  readonly decorators: readonly Code[];
  /** An arrow's or lambda's expression is one `return` whose span is the expression's. */
  readonly body: readonly Statement[];
  /** Between the brackets of the body, or the indented block; the expression where there is no block. */
  readonly bodyAt: Span;
  /** Whether the body is an expression. */
  readonly concise: boolean;
}

export interface Parameter extends At {
  readonly to: Pattern;
  readonly default: Code | undefined;
  /** `...rest`, `*args`, `**kwargs`. */
  readonly rest: boolean;
}

export interface ClassCode extends At {
  readonly is: "class";
  readonly name: string | undefined;
  readonly nameAt: Span | undefined;
  readonly extends: readonly Code[];
  readonly decorators: readonly Code[];
  readonly members: readonly ClassMember[];
}

/** A method, accessor or field. The constructor is called `constructor` in every language. */
export interface ClassMember extends At {
  readonly name: string;
  readonly static: boolean;
  /** Undefined for a field that is declared without a value. */
  readonly value: Code | undefined;
}

/** One of several: `a ?? b`, `a || b`, `a or b`, `test ? a : b`. `&&` and `and` give their last. */
export interface ChoiceCode extends At {
  readonly is: "choice";
  readonly operator: "??" | "||" | "&&" | "?:";
  /** For `?:` the test is first. */
  readonly of: readonly Code[];
}

export interface AwaitCode extends At {
  readonly is: "await";
  readonly of: Code;
}

/** An assignment; in a language without declarations also the first. */
export interface AssignCode extends At {
  readonly is: "assign";
  readonly to: Pattern;
  readonly value: Code;
  /** `=`, `+=`, `??=`, `||=`… */
  readonly operator: string;
}

/** Any other operator: `+`, `===`, `!`, `in`, `typeof`, `void`, `not`, `++`… with its operands. */
export interface OperationCode extends At {
  readonly is: "operation";
  readonly operator: string;
  readonly of: readonly Code[];
}

export interface SpreadCode extends At {
  readonly is: "spread";
  readonly of: Code;
}

/** A list, set, dictionary or generator made by a loop in an expression. */
export interface ComprehensionCode extends At {
  readonly is: "comprehension";
  readonly each: Pattern;
  readonly over: Code;
  /** What is computed for each, with the tests and inner loops. */
  readonly of: readonly Code[];
  readonly asynchronous: boolean;
}

/** A module as a value: `require(…)`, `import(…)`, `importlib.import_module(…)`; undefined specifier when computed. */
export interface ImportCode extends At {
  readonly is: "import";
  readonly specifier: string | undefined;
  /** `import(…)`, which gives a promise. */
  readonly dynamic: boolean;
}

/** Anything without a form of its own, with the code in it. */
export interface OtherCode extends At {
  readonly is: "other";
  readonly of: readonly Code[];
}

/** What a value is given to. */
export type Pattern =
  | (At & { readonly is: "name"; readonly name: string })
  | (At & { readonly is: "fields"; readonly fields: readonly Field[]; readonly rest: string | undefined })
  | (At & { readonly is: "items"; readonly items: readonly (Pattern | undefined)[] })
  /** A member or item of something. */
  | (At & { readonly is: "target"; readonly code: Code });

export interface Field {
  readonly key: string;
  readonly to: Pattern;
  readonly default: Code | undefined;
}

export type Statement =
  | (At & { readonly do: "evaluate"; readonly code: Code })
  /** `const`, `let`, `var`, a named function or a class. An `import` inside a function declares too. */
  | (At & { readonly do: "declare"; readonly to: Pattern; readonly value: Code | undefined; readonly constant: boolean })
  | (At & { readonly do: "return"; readonly value: Code | undefined })
  | (At & { readonly do: "throw"; readonly value: Code | undefined })
  /** `if`, and a `switch` or `match` as a chain of them. */
  | (At & { readonly do: "branch"; readonly test: Code; readonly then: readonly Statement[]; readonly otherwise: readonly Statement[] })
  | Loop
  | Try
  /** `break` and `continue`. */
  | (At & { readonly do: "leave" })
  /** `with`, `using`, a labelled or bare block; `uses` is what is entered, with the name it is given. */
  | (At & { readonly do: "block"; readonly uses: readonly { readonly code: Code; readonly to: Pattern | undefined }[]; readonly body: readonly Statement[] })
  /** `global x`, `nonlocal x`. */
  | (At & { readonly do: "share"; readonly names: readonly string[] });

export interface Loop extends At {
  readonly do: "loop";
  /** `for … of` and `for … in`; `while`; the one with a counter. */
  readonly kind: "each" | "while" | "count";
  readonly each: Pattern | undefined;
  /** What is looped over; of `for (a; b; c)` the parts as an `other`. */
  readonly over: Code | undefined;
  readonly test: Code | undefined;
  readonly asynchronous: boolean;
  readonly body: readonly Statement[];
  /** The statement's head, without the body. */
  readonly headAt: Span;
}

export interface Try extends At {
  readonly do: "try";
  readonly body: readonly Statement[];
  readonly catches: readonly Catch[];
  /** Python's `else`. */
  readonly otherwise: readonly Statement[];
  readonly finally: readonly Statement[];
}

export interface Catch extends At {
  /** The word `catch` or `except`, up to the block. */
  readonly headAt: Span;
  /** The exceptions that it is for; empty for all. `except Exception` names one. */
  readonly types: readonly Code[];
  readonly to: Pattern | undefined;
  readonly body: readonly Statement[];
  /** Between the brackets, or the indented block. */
  readonly bodyAt: Span;
}
