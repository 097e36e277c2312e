import type { Catch, ClassCode, ClassMember, Code, FunctionCode, Loop, Parameter, Pattern, Statement } from "../../../server/src/model/code/code.ts";
import type { Export, Import, Module } from "../../../server/src/model/code/module.ts";

/**
 * A module as tests write it, without spans: a line for each import, export and statement. Code is in the order of its parts,
 * `(form part part)`; names, members, lists and objects look as they do in most languages.
 */
export function printed({ imports, exports, body }: Module): string {
  return [...imports.map(printedImport), ...exports.map(printedExport), ...body.map(printedStatement)].join("\n");
}

function printedImport({ specifier, name, local, typeOnly }: Import): string {
  return `${typeOnly ? "import type" : "import"} ${name} of ${JSON.stringify(specifier)}${local === undefined ? "" : ` as ${local}`}`;
}

function printedExport({ name, value, from }: Export): string {
  return `export ${name}${from ? ` = ${from.name} of ${JSON.stringify(from.specifier)}` : ""}${value ? ` = ${printedCode(value)}` : ""}`;
}

export function printedStatement(statement: Statement): string {
  switch (statement.do) {
    case "evaluate":
      return printedCode(statement.code);
    case "declare":
      return form(statement.constant ? "const" : "let", printedPattern(statement.to), optional(statement.value));
    case "return":
    case "throw":
      return form(statement.do, optional(statement.value));
    case "branch":
      return form("if", printedCode(statement.test), block(statement.then), section("else", statement.otherwise));
    case "loop":
      return printedLoop(statement);
    case "try":
      return form(
        "try",
        block(statement.body),
        ...statement.catches.map(printedCatch),
        section("else", statement.otherwise),
        section("finally", statement.finally),
      );
    case "leave":
      return "(leave)";
    case "block":
      return form("block", ...statement.uses.map(({ code, to }) => form("use", printedCode(code), to && printedPattern(to))), block(statement.body));
    case "share":
      return form("share", ...statement.names);
  }
}

function printedLoop({ kind, each, over, test, asynchronous, body }: Loop): string {
  return form(asynchronous ? `${kind}-async` : kind, each && printedPattern(each), optional(over), optional(test), block(body));
}

function printedCatch({ types, to, body }: Catch): string {
  return form("catch", ...types.map(printedCode), to && `as ${printedPattern(to)}`, block(body));
}

export function printedCode(code: Code): string {
  switch (code.is) {
    case "text":
      return JSON.stringify(code.value);
    case "number":
    case "flag":
      return String(code.value);
    case "nothing":
      return "nothing";
    case "template":
      return form("template", ...code.parts.map((part) => (typeof part === "string" ? JSON.stringify(part) : printedCode(part))));
    case "name":
      return code.name;
    case "member":
      return code.subscript ? `${printedCode(code.of)}[${JSON.stringify(code.key)}]` : `${printedCode(code.of)}.${code.key}`;
    case "item":
      return `${printedCode(code.of)}[${printedCode(code.index)}]`;
    case "call":
      return form(
        code.construct ? "new" : "call",
        printedCode(code.callee),
        ...code.arguments.map(printedCode),
        ...[...code.named].map(([name, value]) => `${name}=${printedCode(value)}`),
      );
    case "object":
      return `{${[...code.entries.map(({ key, value }) => `${key}: ${printedCode(value)}`), ...(code.open ? ["…"] : []), ...code.others.map(printedCode)].join(", ")}}`;
    case "list":
      return `[${code.items.map(printedCode).join(" ")}]`;
    case "function":
      return printedFunction(code);
    case "class":
      return printedClass(code);
    case "choice":
      return form(code.operator, ...code.of.map(printedCode));
    case "await":
      return form("await", printedCode(code.of));
    case "assign":
      return form(code.operator, printedPattern(code.to), printedCode(code.value));
    case "operation":
      return form("op", code.operator, ...code.of.map(printedCode));
    case "spread":
      return `...${printedCode(code.of)}`;
    case "comprehension":
      return form(code.asynchronous ? "each-async" : "each", printedPattern(code.each), printedCode(code.over), ...code.of.map(printedCode));
    case "import":
      return form(code.dynamic ? "import-async" : "import", code.specifier === undefined ? "?" : JSON.stringify(code.specifier));
    case "other":
      return form("other", ...code.of.map(printedCode));
  }
}

function printedFunction({ name, parameters, asynchronous, generator, decorators, body, concise }: FunctionCode): string {
  const kind = `${asynchronous ? "async " : ""}${generator ? "generator" : concise ? "arrow" : "function"}`;
  return form(...decorators.map((decorator) => `@${printedCode(decorator)}`), kind, name, `(${parameters.map(printedParameter).join(" ")})`, block(body));
}

function printedParameter({ to, default: value, rest }: Parameter): string {
  return `${rest ? "..." : ""}${printedPattern(to)}${value ? `=${printedCode(value)}` : ""}`;
}

function printedClass({ name, extends: bases, decorators, members }: ClassCode): string {
  const parts = [...bases.map((base) => `extends ${printedCode(base)}`), ...members.map(printedMember)];
  return form(...decorators.map((decorator) => `@${printedCode(decorator)}`), "class", name, ...parts);
}

function printedMember({ name, static: ofClass, value }: ClassMember): string {
  return form(ofClass ? "static" : "member", name || "-", optional(value));
}

export function printedPattern(pattern: Pattern): string {
  switch (pattern.is) {
    case "name":
      return pattern.name;
    case "fields": {
      const fields = pattern.fields.map(({ key, to, default: value }) => `${key}: ${printedPattern(to)}${value ? `=${printedCode(value)}` : ""}`);
      return `{${[...fields, ...(pattern.rest === undefined ? [] : [`...${pattern.rest}`])].join(", ")}}`;
    }
    case "items":
      return `[${pattern.items.map((item) => (item ? printedPattern(item) : "-")).join(" ")}]`;
    case "target":
      return printedCode(pattern.code);
  }
}

const form = (...parts: readonly (string | undefined)[]): string => `(${parts.filter((part) => part !== undefined).join(" ")})`;
const optional = (code: Code | undefined): string | undefined => code && printedCode(code);
const block = (body: readonly Statement[]): string => `{${body.map(printedStatement).join("; ")}}`;
const section = (word: string, body: readonly Statement[]): string | undefined => (body.length > 0 ? `${word} ${block(body)}` : undefined);
