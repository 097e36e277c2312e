import { lend, lendEntries } from "../../base/memo.ts";
import { pathOf } from "../../base/place.ts";
import { entry, literalText } from "../../model/expression.ts";
import type { ConditionExpression, Parameter, Scope } from "../../model/scope.ts";
import { asksForOutputs, outputsOf } from "../nested.ts";
import { conditionOf } from "./conditions.ts";
import { bodyOf, entriesOf, type WrittenEntry } from "./entries.ts";
import { groupBody, type ReadGroup, readGroup } from "./group.ts";
import type { Source } from "./read.ts";

/** Reads what every resource may refer to; the previous scope itself where none of it changed. */
export function scopeOf({ uri, tree, beside, previous: before }: Source, resources: ReadGroup): Scope {
  const previous = before?.scope;
  const parameters = lendEntries(previous?.parameters, new Map(entriesOf(tree, "Parameters").map((written) => [written.key, parameterOf(written)] as const)));
  const conditions = lendEntries(
    previous?.conditions,
    new Map<string, ConditionExpression>(
      entriesOf(tree, "Conditions").map((written) => [written.key, conditionOf(written.value, pathOf(["Conditions", written.key]))]),
    ),
  );
  const open = readGroup(tree, "Parameters", beside).open ?? resources.open;
  const scope: Scope = {
    uri,
    parameters,
    conditions,
    mappings: lend(previous?.mappings, groupBody(tree, "Mappings", beside)),
    deployments: lend(previous?.deployments, beside.deployments(parameters)),
    outputs: lend(previous?.outputs, asksForOutputs(resources.entries) ? outputsOf(resources.entries, beside) : NONE),
    ...(open ? { open } : {}),
  };
  return previous && alike(previous, scope) ? previous : scope;
}

const NONE: Scope["outputs"] = new Map();

const FIELDS: readonly (keyof Scope)[] = ["uri", "parameters", "conditions", "mappings", "deployments", "outputs", "open"];

const alike = (a: Scope, b: Scope): boolean => FIELDS.every((field) => a[field] === b[field]);

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
