import type { CallCode, Code } from "../../model/code/code.ts";
import { fieldOf, namedOf, type SyntaxNode } from "../../syntax/code/nodes.ts";
import { expression, expressions } from "./expressions.ts";
import { importedModule } from "./import-calls.ts";
import { type Reading, spanOf, wordOf } from "./reading.ts";

export function call(reading: Reading, node: SyntaxNode): Code {
  const callee = fieldOf(node, "function");
  const brackets = fieldOf(node, "arguments");
  if (!callee || !brackets) return { is: "other", of: expressions(reading, namedOf(node)), at: spanOf(node) };
  const made = callOf(reading, node, expression(reading, callee), brackets);
  return isSuper(made) ? { is: "name", name: "super", at: made.at } : (importedModule(made) ?? made);
}

function callOf(reading: Reading, node: SyntaxNode, callee: Code, brackets: SyntaxNode): CallCode {
  const positional: Code[] = [];
  const named = new Map<string, Code>();
  // The brackets of a generator that is the only argument are those of the call.
  for (const argument of brackets.kind === "argument_list" ? namedOf(brackets) : [brackets]) {
    const name = argument.kind === "keyword_argument" ? fieldOf(argument, "name") : undefined;
    const value = name && fieldOf(argument, "value");
    if (name && value) named.set(wordOf(reading, name), expression(reading, value));
    else positional.push(expression(reading, argument));
  }
  return { is: "call", callee, arguments: positional, named, construct: false, argumentsAt: spanOf(brackets), at: spanOf(node) };
}

/** `super()`, and `super(Own, self)`, which says the same. */
function isSuper({ callee, arguments: given, named }: CallCode): boolean {
  if (callee.is !== "name" || callee.name !== "super" || named.size > 0) return false;
  const [own, receiver] = given;
  return !own || (own.is === "name" && receiver?.is === "name" && receiver.name === "this");
}
