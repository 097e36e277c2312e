import type { Code, Pattern, Statement } from "./code.ts";

/** The code directly inside a piece of code; the body of a function or class is not, but its decorators and defaults are. */
export function partsOf(code: Code): readonly Code[] {
  switch (code.is) {
    case "template":
      return code.parts.filter((part) => typeof part !== "string");
    case "member":
    case "await":
    case "spread":
      return [code.of];
    case "item":
      return [code.of, code.index];
    case "call":
      return [code.callee, ...code.arguments, ...code.named.values()];
    case "object":
      return [...code.entries.map(({ value }) => value), ...code.others];
    case "list":
      return code.items;
    case "choice":
    case "operation":
    case "other":
      return code.of;
    case "assign":
      return [...partsOfPattern(code.to), code.value];
    case "comprehension":
      return [code.over, ...code.of];
    case "function":
      return [...code.decorators, ...code.parameters.flatMap((parameter) => (parameter.default ? [parameter.default] : []))];
    case "class":
      return [...code.extends, ...code.decorators];
    default:
      return [];
  }
}

/** The code that a pattern computes: its defaults, and the targets that it writes to. */
export function partsOfPattern(pattern: Pattern): readonly Code[] {
  switch (pattern.is) {
    case "name":
      return [];
    case "target":
      return [pattern.code];
    case "fields":
      return pattern.fields.flatMap((field) => [...(field.default ? [field.default] : []), ...partsOfPattern(field.to)]);
    case "items":
      return pattern.items.flatMap((item) => (item ? partsOfPattern(item) : []));
  }
}

/** The code that stands in a statement itself, not in the statements inside it. */
export function codesOf(statement: Statement): readonly Code[] {
  switch (statement.do) {
    case "evaluate":
      return [statement.code];
    case "declare":
      return [...partsOfPattern(statement.to), ...(statement.value ? [statement.value] : [])];
    case "return":
    case "throw":
      return statement.value ? [statement.value] : [];
    case "branch":
      return [statement.test];
    case "loop":
      return [statement.over, statement.test].filter((code) => code !== undefined);
    case "try":
      return statement.catches.flatMap(({ types }) => types);
    case "block":
      return statement.uses.map(({ code }) => code);
    default:
      return [];
  }
}

/** The statements directly inside a statement. */
export function bodiesOf(statement: Statement): readonly (readonly Statement[])[] {
  switch (statement.do) {
    case "branch":
      return [statement.then, statement.otherwise];
    case "loop":
    case "block":
      return [statement.body];
    case "try":
      return [statement.body, ...statement.catches.map(({ body }) => body), statement.otherwise, statement.finally];
    default:
      return [];
  }
}

/** Every statement below some, themselves first, without entering functions. */
export function statementsIn(statements: readonly Statement[]): readonly Statement[] {
  const found: Statement[] = [];
  addStatements(statements, found);
  return found;
}

/** Every piece of code below one, itself first, without entering the bodies of functions and classes. */
export function codesIn(code: Code): readonly Code[] {
  const found: Code[] = [];
  addCode(code, found);
  return found;
}

/** Every piece of code in some statements, without entering the bodies of functions and classes. */
export function codesInAll(statements: readonly Statement[]): readonly Code[] {
  const found: Code[] = [];
  for (const statement of statementsIn(statements)) for (const code of codesOf(statement)) addCode(code, found);
  return found;
}

// Lists that are filled are several times as fast as generators inside generators, and code is walked with each letter that is typed.
function addStatements(statements: readonly Statement[], found: Statement[]): void {
  for (const statement of statements) {
    found.push(statement);
    for (const body of bodiesOf(statement)) addStatements(body, found);
  }
}

function addCode(code: Code, found: Code[]): void {
  found.push(code);
  for (const part of partsOf(code)) addCode(part, found);
}

/** Every piece of code below some statements, those in functions and classes too. */
export function everyCodeIn(statements: readonly Statement[]): readonly Code[] {
  const found: Code[] = [];
  addEvery(statements, found);
  return found;
}

function addEvery(statements: readonly Statement[], found: Code[]): void {
  for (const code of codesInAll(statements)) {
    found.push(code);
    if (code.is === "function") addEvery(code.body, found);
    if (code.is === "class") for (const { value } of code.members) if (value) addEvery([{ do: "evaluate", code: value, at: value.at }], found);
  }
}
