import type { Node } from "../../syntax/node.ts";
import { entryOf } from "../../syntax/node.ts";
import { type Given, type GivenValue, textOfScalar } from "./values.ts";

/**
 * Reads a file of parameters in the form of the AWS CLI (a list of `ParameterKey` and `ParameterValue`) or of CodePipeline
 * (a map below `Parameters`). Undefined for any other file.
 * Source: "create-stack" in the AWS CLI command reference; "Template configuration file" in the CloudFormation user guide,
 * read on 2026-11-24.
 */
export function readParametersFile(node: Node | undefined): Given | undefined {
  const values = node?.kind === "list" ? fromList(node.items) : node?.kind === "map" ? fromMap(entryOf(node, "Parameters")?.value) : undefined;
  return values && values.size > 0 ? { name: undefined, values, open: false, templates: [] } : undefined;
}

function fromList(items: readonly Node[]): ReadonlyMap<string, GivenValue> | undefined {
  const values = new Map<string, GivenValue>();
  for (const [index, item] of items.entries()) {
    const key = item.kind === "map" ? entryOf(item, "ParameterKey")?.value : undefined;
    if (item.kind !== "map" || key?.kind !== "scalar") return undefined;
    const value = entryOf(item, "ParameterValue")?.value;
    values.set(String(key.value), { text: value?.kind === "scalar" ? textOfScalar(value) : undefined, steps: [index, "ParameterValue"] });
  }
  return values;
}

function fromMap(parameters: Node | undefined): ReadonlyMap<string, GivenValue> | undefined {
  // A template has a map of this name too: there the entries are maps.
  if (parameters?.kind === "list") return fromList(parameters.items);
  if (parameters?.kind !== "map" || parameters.entries.some(({ value }) => value?.kind !== "scalar")) return undefined;
  return new Map(
    parameters.entries.map(({ key, value }) => {
      const name = String(key.value);
      return [name, { text: value?.kind === "scalar" ? textOfScalar(value) : undefined, steps: ["Parameters", name] }];
    }),
  );
}
