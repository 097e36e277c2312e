import { type Expression, entry, type MapExpression } from "../../model/expression.ts";

/** The section of `Globals` that each type inherits from. */
export const SECTION_OF: Readonly<Record<string, string>> = {
  "AWS::Serverless::Function": "Function",
  "AWS::Serverless::Api": "Api",
  "AWS::Serverless::HttpApi": "HttpApi",
  "AWS::Serverless::SimpleTable": "SimpleTable",
  "AWS::Serverless::StateMachine": "StateMachine",
  "AWS::Serverless::LayerVersion": "LayerVersion",
};

/**
 * A resource with what it inherits, merged as AWS documents it: maps key by key, lists appended behind the inherited
 * items, and any other value of the resource in place of the inherited one.
 * Source: "Globals section of the AWS SAM template" in the AWS SAM developer guide, read on 2026-11-24.
 */
export function mergedWith(body: Expression, inherited: Expression): Expression {
  if (body.is !== "map") return body;
  const own = entry(body, "Properties");
  const properties = own === undefined ? inherited : merge(inherited, own);
  return { ...body, entries: new Map([...body.entries, ["Properties", properties]]) };
}

function merge(inherited: Expression, own: Expression): Expression {
  if (own.is === "map" && inherited.is === "map") return mergeMaps(inherited, own);
  if (own.is === "list" && inherited.is === "list") return { ...own, items: [...inherited.items, ...own.items] };
  return own;
}

function mergeMaps(inherited: MapExpression, own: MapExpression): MapExpression {
  const entries = new Map(inherited.entries);
  for (const [key, value] of own.entries) {
    const there = inherited.entries.get(key);
    entries.set(key, there ? merge(there, value) : value);
  }
  const open = own.open ?? inherited.open;
  return open ? { ...own, entries, open } : { ...own, entries };
}
