import type { ClassCode, ClassMember, Code, FunctionCode, Statement } from "../../model/code/code.ts";
import { fieldOf, namedOf, type SyntaxNode } from "../../syntax/code/nodes.ts";
import { expression } from "./expressions.ts";
import { memberName } from "./members.ts";
import { type Reading, spanOf, within, wordOf } from "./reading.ts";
import { suite } from "./statements.ts";

export function classOf(reading: Reading, node: SyntaxNode, decorators: readonly Code[]): ClassCode {
  const name = fieldOf(node, "name");
  const body = fieldOf(node, "body");
  const bases = fieldOf(node, "superclasses");
  return {
    is: "class",
    name: name && wordOf(reading, name),
    nameAt: name && spanOf(name),
    extends: bases ? namedOf(bases).flatMap((base) => baseOf(reading, base)) : [],
    decorators,
    members: body ? suite(within(reading, { kind: "class" }), node, body).flatMap(membersOf) : [],
    at: spanOf(node),
  };
}

/** `metaclass=…` and its like are no bases; they are kept where they compute something. */
function baseOf(reading: Reading, node: SyntaxNode): readonly Code[] {
  if (node.kind !== "keyword_argument") return [expression(reading, node)];
  const value = fieldOf(node, "value");
  const code = value && expression(reading, value);
  return code && (code.is === "call" || code.is === "function") ? [{ is: "other", of: [code], at: spanOf(node) }] : [];
}

/** What a statement of a class's body adds to it: what a branch or a `try` declares may be there. */
function membersOf(statement: Statement): readonly ClassMember[] {
  switch (statement.do) {
    case "declare":
      return statement.to.is === "name" ? [declared(statement.to.name, statement.value, statement)] : [ran([statement])];
    case "evaluate":
      return assigned(statement.code, statement);
    case "branch":
      return [...evaluated([statement.test]), ...statement.then.flatMap(membersOf), ...statement.otherwise.flatMap(membersOf)];
    case "try":
      return [statement.body, ...statement.catches.map(({ body }) => body), statement.otherwise, statement.finally].flat().flatMap(membersOf);
    case "block":
      return [...evaluated(statement.uses.map(({ code }) => code)), ...statement.body.flatMap(membersOf)];
    default:
      return [ran([statement])];
  }
}

/** A field with a value belongs to the class and is computed once; one that is only announced belongs to each object. */
function declared(name: string, value: Code | undefined, { at }: Statement): ClassMember {
  const ofObject = value === undefined || (value.is === "function" && !value.concise && !value.decorators.some(isOfClass));
  return { name: memberName(name), static: !ofObject, value, at };
}

const isOfClass = (decorator: Code): boolean => decorator.is === "name" && (decorator.name === "staticmethod" || decorator.name === "classmethod");

function assigned(code: Code, statement: Statement): readonly ClassMember[] {
  if (code.is !== "assign" || code.to.is !== "name" || code.operator !== "=") return [ran([statement])];
  const { to, value } = code;
  if (value.is !== "assign") return [declared(to.name, value, statement)];
  const inner = assigned(value, statement);
  return [...inner, { name: to.name, static: true, value: inner.at(-1)?.value, at: statement.at }];
}

function evaluated(codes: readonly Code[]): readonly ClassMember[] {
  return codes.filter(({ is }) => is !== "name" && is !== "flag").map((code) => ran([{ do: "evaluate", code, at: code.at }]));
}

/** What runs when the class is made and gives it no name: a function without a name that is called at once. */
function ran(body: readonly Statement[]): ClassMember {
  const at = body[0]?.at ?? { start: 0, end: 0 };
  const callee: FunctionCode = {
    is: "function",
    name: undefined,
    nameAt: undefined,
    parameters: [],
    asynchronous: false,
    generator: false,
    decorators: [],
    body,
    bodyAt: at,
    concise: false,
    at,
  };
  return {
    name: "",
    static: true,
    value: { is: "call", callee, arguments: [], named: new Map(), construct: false, argumentsAt: { start: at.end, end: at.end }, at },
    at,
  };
}
