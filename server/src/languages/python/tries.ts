import type { Catch, Code, Statement } from "../../model/code/code.ts";
import { fieldOf, fieldsOf, namedOf, type SyntaxNode } from "../../syntax/code/nodes.ts";
import { expressions } from "./expressions.ts";
import { headOf } from "./heads.ts";
import { pattern } from "./patterns.ts";
import { type Reading, spanOf } from "./reading.ts";
import { suite } from "./statements.ts";

export function tryStatement(reading: Reading, node: SyntaxNode): readonly Statement[] {
  const body = fieldOf(node, "body");
  const clauses = namedOf(node);
  return [
    {
      do: "try",
      body: body ? suite(reading, node, body) : [],
      catches: clauses.filter(({ kind }) => kind === "except_clause").map((clause) => catchOf(reading, clause)),
      otherwise: blockOf(
        reading,
        clauses.find(({ kind }) => kind === "else_clause"),
      ),
      finally: blockOf(
        reading,
        clauses.find(({ kind }) => kind === "finally_clause"),
      ),
      at: spanOf(node),
    },
  ];
}

function blockOf(reading: Reading, clause: SyntaxNode | undefined): readonly Statement[] {
  const block = clause && namedOf(clause).find(({ kind }) => kind === "block");
  return clause && block ? suite(reading, clause, block) : [];
}

/** `except (A, B) as error`, `except A, B`, `except*`, which catches the like inside a group. */
function catchOf(reading: Reading, clause: SyntaxNode): Catch {
  const block = namedOf(clause).find(({ kind }) => kind === "block");
  const values = fieldsOf(clause, "value");
  const [first] = values;
  const named = first?.kind === "as_pattern" ? first : undefined;
  const alias = (named && fieldOf(named, "alias")) ?? fieldOf(clause, "alias");
  const types = named ? namedOf(named).filter((part) => part !== alias) : values;
  return {
    headAt: headOf(clause),
    types: expressions(reading, types).flatMap((type): readonly Code[] => (type.is === "list" ? type.items : [type])),
    to: alias && pattern(reading, alias),
    body: block ? suite(reading, clause, block) : [],
    bodyAt: block ? spanOf(block) : { start: clause.end, end: clause.end },
    at: spanOf(clause),
  };
}
