import type { Expression } from "../../model/expression.ts";
import type { Part } from "../../model/part.ts";
import { bindInside } from "../bind.ts";
import { at, type Branch, child, items, literal, refTo } from "../parts.ts";

const STATEMENT = bindInside("statement", {
  actions: "Action",
  notActions: "NotAction",
  resources: "Resource",
  notResources: "NotResource",
  principalText: "Principal",
  holder: null,
  use: null,
});

/** Whose a statement is: what somebody may do, who may use a resource, who may assume a role, or the most a role may do. */
export type Use = "identity" | "resource" | "trust" | "boundary";

/** The statements of policy documents that stand in `owner`. */
export function statementsOf(owner: Part, name: string, documents: readonly Branch[], use: Use): readonly Part[] {
  return documents.flatMap((document, index) => {
    // Only branches of one document share a name; a document that comes later must not rename the first.
    const prefix = index === 0 ? name : `${name}#${index + 1}`;
    const statements = items(at(document.expression, "Statement").map((branch) => ({ ...branch, guards: [...document.guards, ...branch.guards] })));
    return statements.map((statement, ordinal) => statementPart(owner, `${prefix}/${ordinal}`, statement, use));
  });
}

/** A statement on its own, as in a list of statements without a document around it. */
export function statementPart(owner: Part, name: string, statement: Branch, use: Use): Part {
  const fixed: Record<string, Expression> = { holder: refTo(owner.id, owner.path), use: literal(use, owner.path) };
  return child(owner, name, STATEMENT, statement, fixed);
}
