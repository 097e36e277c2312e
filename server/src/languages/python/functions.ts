import type { Code, FunctionCode, Parameter, Pattern } from "../../model/code/code.ts";
import { fieldOf, hasWord, namedOf, type SyntaxNode } from "../../syntax/code/nodes.ts";
import { expression } from "./expressions.ts";
import { pattern } from "./patterns.ts";
import { type Reading, spanOf, within, wordOf } from "./reading.ts";
import { suite } from "./statements.ts";

/** A `def`; in a class a method, whose first parameter is `this` and no parameter. */
export function functionOf(reading: Reading, node: SyntaxNode, decorators: readonly Code[]): FunctionCode {
  const name = fieldOf(node, "name");
  const body = fieldOf(node, "body");
  const written = parametersOf(fieldOf(node, "parameters"));
  const receiver = reading.scope.kind === "class" && !decorators.some(isStatic) ? receiverOf(reading, written[0]) : undefined;
  const parameters = written.slice(receiver === undefined ? 0 : 1).map((one) => parameter(reading, one));
  const inside = within(reading, { kind: "function", receiver: receiver ?? receiverBelow(reading, parameters) });
  return {
    is: "function",
    name: name && wordOf(reading, name),
    nameAt: name && spanOf(name),
    parameters,
    asynchronous: hasWord(node, "async"),
    generator: body !== undefined && isGenerator(reading, body),
    decorators,
    body: body ? suite(inside, node, body) : [],
    bodyAt: body ? spanOf(body) : { start: node.end, end: node.end },
    concise: false,
    at: spanOf(node),
  };
}

export function lambda(reading: Reading, node: SyntaxNode): Code {
  const body = fieldOf(node, "body");
  const parameters = parametersOf(fieldOf(node, "parameters")).map((one) => parameter(reading, one));
  const value = body && expression(within(reading, { kind: "function", receiver: receiverBelow(reading, parameters) }), body);
  return {
    is: "function",
    name: undefined,
    nameAt: undefined,
    parameters,
    asynchronous: false,
    generator: body !== undefined && isGenerator(reading, body),
    decorators: [],
    body: value ? [{ do: "return", value, at: value.at }] : [],
    bodyAt: body ? spanOf(body) : { start: node.end, end: node.end },
    concise: true,
    at: spanOf(node),
  };
}

const isStatic = (decorator: Code): boolean => decorator.is === "name" && decorator.name === "staticmethod";

/** A `/` or `*` alone is no parameter. */
function parametersOf(node: SyntaxNode | undefined): readonly SyntaxNode[] {
  return node ? namedOf(node).filter(({ kind }) => kind !== "positional_separator" && kind !== "keyword_separator") : [];
}

function receiverOf(reading: Reading, first: SyntaxNode | undefined): string | undefined {
  const name = first?.kind === "typed_parameter" ? namedOf(first)[0] : first;
  return name?.kind === "identifier" ? wordOf(reading, name) : undefined;
}

/** A function inside a method still sees its `self`, unless it has a parameter of that name. */
function receiverBelow({ scope: { receiver } }: Reading, parameters: readonly Parameter[]): string | undefined {
  return parameters.some(({ to }) => to.is === "name" && to.name === receiver) ? undefined : receiver;
}

const STARS: ReadonlySet<string> = new Set(["list_splat_pattern", "dictionary_splat_pattern"]);

function parameter(reading: Reading, node: SyntaxNode): Parameter {
  const target = fieldOf(node, "name") ?? (node.kind === "typed_parameter" ? namedOf(node)[0] : node) ?? node;
  const value = fieldOf(node, "value");
  const rest = STARS.has(target.kind);
  const to: Pattern = pattern(reading, (rest ? namedOf(target)[0] : undefined) ?? target);
  return { to, default: value && expression(reading, value), rest, at: spanOf(node) };
}

const OWN_SCOPE: ReadonlySet<string> = new Set(["function_definition", "class_definition", "lambda"]);

/** Whether a function whose body this is gives its values one by one. Few texts say so at all, which is asked first. */
function isGenerator({ text }: Reading, body: SyntaxNode): boolean {
  return text.slice(body.start, body.end).includes("yield") && yields(body);
}

function yields(node: SyntaxNode): boolean {
  if (node.kind === "yield" && node.named) return true;
  return node.children.some((child) => !OWN_SCOPE.has(child.kind) && yields(child));
}
