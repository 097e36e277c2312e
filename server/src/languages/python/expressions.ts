import type { Code } from "../../model/code/code.ts";
import { hasWord, namedOf, type SyntaxNode } from "../../syntax/code/nodes.ts";
import { assignment, augmentedAssignment, walrus } from "./assignments.ts";
import { call } from "./calls.ts";
import { comprehension } from "./comprehensions.ts";
import { dictionary } from "./dictionaries.ts";
import { lambda } from "./functions.ts";
import { attribute, subscript } from "./members.ts";
import { number } from "./numbers.ts";
import { type Reading, spanOf, wordOf } from "./reading.ts";
import { concatenatedString, string } from "./strings.ts";

type Lower = (reading: Reading, node: SyntaxNode) => Code;

const FORMS: ReadonlyMap<string, Lower> = new Map<string, Lower>([
  ["identifier", name],
  ["string", string],
  ["concatenated_string", concatenatedString],
  ["integer", number],
  ["float", number],
  ["true", (_, node) => ({ is: "flag", value: true, at: spanOf(node) })],
  ["false", (_, node) => ({ is: "flag", value: false, at: spanOf(node) })],
  ["none", (_, node) => ({ is: "nothing", at: spanOf(node) })],
  ["attribute", attribute],
  ["subscript", subscript],
  ["call", call],
  ["assignment", assignment],
  ["augmented_assignment", augmentedAssignment],
  ["named_expression", walrus],
  ["lambda", lambda],
  ["dictionary", dictionary],
  ["list", list],
  ["tuple", list],
  ["set", list],
  ["expression_list", list],
  ["pattern_list", list],
  ["tuple_pattern", list],
  ["list_pattern", list],
  ["list_splat", spread],
  ["list_splat_pattern", spread],
  ["dictionary_splat", spread],
  ["parenthesized_list_splat", spread],
  ["parenthesized_expression", inner],
  ["list_comprehension", comprehension],
  ["set_comprehension", comprehension],
  ["dictionary_comprehension", comprehension],
  ["generator_expression", comprehension],
  ["conditional_expression", conditional],
  ["boolean_operator", either],
  ["binary_operator", operation],
  ["comparison_operator", operation],
  ["unary_operator", signed],
  ["not_operator", operation],
  ["await", awaited],
  ["yield", yielded],
]);

/** What an expression is; what has no form of its own still gives the code in it. */
export function expression(reading: Reading, node: SyntaxNode): Code {
  const lower = FORMS.get(node.kind);
  return lower ? lower(reading, node) : other(reading, node);
}

export function expressions(reading: Reading, nodes: readonly SyntaxNode[]): readonly Code[] {
  return nodes.map((node) => expression(reading, node));
}

function other(reading: Reading, node: SyntaxNode): Code {
  return { is: "other", of: expressions(reading, namedOf(node)), at: spanOf(node) };
}

/** A name that is still to be written is not known. */
function name(reading: Reading, node: SyntaxNode): Code {
  if (node.start === node.end) return { is: "other", of: [], at: spanOf(node) };
  const word = wordOf(reading, node);
  return { is: "name", name: word === reading.scope.receiver ? "this" : word, at: spanOf(node) };
}

function list(reading: Reading, node: SyntaxNode): Code {
  return { is: "list", items: expressions(reading, namedOf(node)), at: spanOf(node) };
}

function spread(reading: Reading, node: SyntaxNode): Code {
  const [of] = namedOf(node);
  if (of && node.kind === "parenthesized_list_splat") return expression(reading, of);
  return of ? { is: "spread", of: expression(reading, of), at: spanOf(node) } : other(reading, node);
}

/** Brackets that only group say nothing. In a broken text there may be nothing, or more, in them. */
function inner(reading: Reading, node: SyntaxNode): Code {
  const [of, more] = namedOf(node);
  return of && !more ? expression(reading, of) : other(reading, node);
}

function conditional(reading: Reading, node: SyntaxNode): Code {
  const [then, test, otherwise] = namedOf(node);
  if (!then || !test || !otherwise) return other(reading, node);
  return { is: "choice", operator: "?:", of: expressions(reading, [test, then, otherwise]), at: spanOf(node) };
}

function either(reading: Reading, node: SyntaxNode): Code {
  const operator = hasWord(node, "or") ? "||" : "&&";
  return { is: "choice", operator, of: expressions(reading, namedOf(node)), at: spanOf(node) };
}

/** A chain of comparisons is one operation, so that what is compared twice is there once: `a < b <= c` has the operator `< <=`. */
function operation(reading: Reading, node: SyntaxNode): Code {
  const operators = node.children.filter(({ named }) => !named).map(({ kind }) => kind);
  return { is: "operation", operator: operators.join(" "), of: expressions(reading, namedOf(node)), at: spanOf(node) };
}

/** The sign of a number is part of it. */
function signed(reading: Reading, node: SyntaxNode): Code {
  const code = operation(reading, node);
  const [of] = code.is === "operation" ? code.of : [];
  return of?.is === "number" && hasWord(node, "-") ? { is: "number", value: -of.value, at: spanOf(node) } : code;
}

function awaited(reading: Reading, node: SyntaxNode): Code {
  const [of] = namedOf(node);
  return of ? { is: "await", of: expression(reading, of), at: spanOf(node) } : other(reading, node);
}

function yielded(reading: Reading, node: SyntaxNode): Code {
  const operator = hasWord(node, "from") ? "yield from" : "yield";
  return { is: "operation", operator, of: expressions(reading, namedOf(node)), at: spanOf(node) };
}
