import type { Span } from "../../base/span.ts";
import type { CallCode, Code, ObjectCode, Statement } from "../../model/code/code.ts";
import type { Export } from "../../model/code/module.ts";

/**
 * What a statement of a CommonJS module offers: assignments to `exports` and `module.exports`, and the calls by which
 * TypeScript, Babel and esbuild say the same.
 */
export function commonExports(statement: Statement): readonly Export[] {
  if (statement.do === "evaluate") return exportsOf(statement.code, statement.at);
  if (statement.do === "declare" && statement.value?.is === "assign") return exportsOf(statement.value, statement.at);
  return [];
}

function exportsOf(code: Code, at: Span): readonly Export[] {
  switch (code.is) {
    case "assign":
      return code.operator === "=" ? assignedExports(code, at) : [];
    case "call":
      return calledExports(code, at);
    case "operation":
      return code.operator === "," ? code.of.flatMap((each) => exportsOf(each, at)) : [];
    default:
      return [];
  }
}

/** `exports.a = exports.b = value` and `exports = module.exports = value`: each target has the last value. */
function assignedExports(code: Extract<Code, { is: "assign" }>, at: Span): readonly Export[] {
  const targets: Code[] = [];
  let value: Code = code;
  while (value.is === "assign" && value.operator === "=") {
    if (value.to.is === "target") targets.push(value.to.code);
    value = value.value;
  }
  // A compiler first declares what it exports: `exports.handler = void 0`.
  if (value.is === "nothing") return [];
  const given = value;
  return targets.flatMap((target) => assignedExport(target, given, at));
}

function assignedExport(target: Code, value: Code, at: Span): readonly Export[] {
  if (isModuleExports(target)) return [{ name: "=", at, nameAt: target.at, value, from: undefined }, ...entryExports(value, at)];
  if (target.is !== "member" || !isExports(target.of) || target.key === "__esModule") return [];
  return [{ name: target.key, at, nameAt: target.keyAt, value, from: undefined }];
}

/** `module.exports = { a, b: c, ...require("./d") }`. */
function entryExports(value: Code, at: Span): readonly Export[] {
  if (value.is !== "object") return [];
  const entries = value.entries.map(({ key, keyAt, value: entry }): Export => ({ name: key, at, nameAt: keyAt, value: entry, from: undefined }));
  const spread = value.others.flatMap((other) => (other.is === "spread" ? wholeOf(other.of, at) : []));
  return [...entries, ...spread];
}

/** All that another module exports. */
function wholeOf(code: Code | undefined, at: Span): readonly Export[] {
  if (code?.is !== "import" || code.specifier === undefined) return [];
  return [{ name: "*", at, nameAt: code.at, value: undefined, from: { specifier: code.specifier, name: "*" } }];
}

function calledExports(call: CallCode, at: Span): readonly Export[] {
  const [first, second, third] = call.arguments;
  switch (calledName(call.callee)) {
    case "defineProperty":
      return first && isExports(first) && second?.is === "text" ? definedExport(second, third, at) : [];
    case "assign":
      return first && isExports(first)
        ? call.arguments.slice(1).flatMap((given) => (given.is === "object" ? entryExports(given, at) : wholeOf(given, at)))
        : [];
    case "__exportStar":
    case "__reExport":
      return [...wholeOf(first, at), ...wholeOf(second, at)];
    case "__export":
      return second?.is === "object" ? gettersOf(second, at) : wholeOf(first, at);
    default:
      return [];
  }
}

function calledName(callee: Code): string | undefined {
  return callee.is === "member" ? callee.key : callee.is === "name" ? callee.name : undefined;
}

/** `Object.defineProperty(exports, "x", { enumerable: true, get: function () { return m.x; } })`. */
function definedExport(name: Extract<Code, { is: "text" }>, descriptor: Code | undefined, at: Span): readonly Export[] {
  if (name.value === "__esModule" || descriptor?.is !== "object") return [];
  const got = descriptor.entries.find(({ key }) => key === "get")?.value;
  const value = got ? returnedBy(got) : descriptor.entries.find(({ key }) => key === "value")?.value;
  return [{ name: name.value, at, nameAt: name.at, value, from: undefined }];
}

/** `__export(index_exports, { handler: () => handler })`, as esbuild writes it. */
function gettersOf(getters: ObjectCode, at: Span): readonly Export[] {
  return getters.entries.map(({ key, keyAt, value }) => ({ name: key, at, nameAt: keyAt, value: returnedBy(value), from: undefined }));
}

function returnedBy(code: Code): Code | undefined {
  if (code.is !== "function") return undefined;
  const returned = code.body.find((statement) => statement.do === "return");
  return returned?.value;
}

const isExports = (code: Code): boolean => (code.is === "name" && code.name === "exports") || isModuleExports(code);

const isModuleExports = (code: Code): boolean => code.is === "member" && code.key === "exports" && code.of.is === "name" && code.of.name === "module";
