import type { Code, Statement } from "../../model/code/code.ts";
import { fieldOf, fieldsOf, type SyntaxNode } from "../../syntax/code/nodes.ts";
import { chain, type Link } from "./chains.ts";
import { expression } from "./expressions.ts";
import { type Reading, spanOf, within } from "./reading.ts";
import { suite } from "./statements.ts";

export function ifStatement(reading: Reading, node: SyntaxNode): readonly Statement[] {
  const alternatives = fieldsOf(node, "alternative");
  const links = [node, ...alternatives.filter(({ kind }) => kind === "elif_clause")].map((clause) => link(reading, clause));
  const last = alternatives.find(({ kind }) => kind === "else_clause");
  const body = last && fieldOf(last, "body");
  return chain(reading, links, last && body ? suite(reading, last, body) : [], node.end);
}

function link(reading: Reading, clause: SyntaxNode): Link {
  const condition = fieldOf(clause, "condition");
  const body = fieldOf(clause, "consequence");
  const test: Code = condition ? expression(reading, condition) : { is: "other", of: [], at: spanOf(clause) };
  const inside = isTypeChecking(test) ? within(reading, { typeOnly: true }) : reading;
  return { test, body: body ? suite(inside, clause, body) : [], start: clause.start };
}

/** https://docs.python.org/3/library/typing.html#typing.TYPE_CHECKING is false when the program runs, read 2026-11-24. */
const isTypeChecking = (test: Code): boolean => (test.is === "name" ? test.name : test.is === "member" ? test.key : "") === "TYPE_CHECKING";
