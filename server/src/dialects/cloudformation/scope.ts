import { lend, lendEntries } from "../../base/memo.ts";
import { pathOf } from "../../base/place.ts";
import { entry, literalText } from "../../model/expression.ts";
import type { ConditionExpression, Parameter, Scope } from "../../model/scope.ts";
import type { Tree } from "../../syntax/tree.ts";
import { conditionOf } from "./conditions.ts";
import { bodyOf, entriesOf, groupBody, openness, type WrittenEntry } from "./entries.ts";

/** Reads what every resource may refer to; the previous scope itself where none of it changed. */
export function scopeOf(uri: string, tree: Tree, previous: Scope | undefined): Scope {
  const parameters = lendEntries(previous?.parameters, new Map(entriesOf(tree, "Parameters").map((written) => [written.key, parameterOf(written)] as const)));
  const conditions = lendEntries(
    previous?.conditions,
    new Map<string, ConditionExpression>(
      entriesOf(tree, "Conditions").map((written) => [written.key, conditionOf(written.value, pathOf(["Conditions", written.key]))]),
    ),
  );
  const mappings = lend(previous?.mappings, groupBody(tree, "Mappings"));
  const open = openness(tree, "Parameters") ?? openness(tree, "Resources");
  if (
    previous &&
    previous.uri === uri &&
    previous.parameters === parameters &&
    previous.conditions === conditions &&
    previous.mappings === mappings &&
    previous.open === open
  )
    return previous;
  return { uri, parameters, conditions, mappings, ...(open ? { open } : {}) };
}

function parameterOf(written: WrittenEntry): Parameter {
  const body = bodyOf(written);
  const allowed = entry(body, "AllowedValues");
  const noEcho = entry(body, "NoEcho");
  return {
    name: written.key,
    type: literalText(entry(body, "Type")),
    default: entry(body, "Default"),
    allowed: allowed?.is === "list" ? allowed.items.map((item) => (item.is === "literal" ? (item.source ?? String(item.value)) : "")) : undefined,
    noEcho: noEcho?.is === "literal" && String(noEcho.value).toLowerCase() === "true",
  };
}
