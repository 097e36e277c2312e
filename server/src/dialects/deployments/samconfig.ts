import type { MapNode, Node } from "../../syntax/node.ts";
import { entryOf } from "../../syntax/node.ts";
import { type Given, type GivenValue, textOfScalar } from "./values.ts";

/**
 * Reads the environments of a SAM CLI configuration file that give parameters a value. One that gives none says nothing:
 * whoever deploys with it may pass them on the command line.
 * Source: "AWS SAM CLI configuration file" and "sam deploy" in the AWS SAM developer guide, read on 2026-11-24.
 */
export function readSamConfig(node: Node | undefined): readonly Given[] {
  if (node?.kind !== "map") return [];
  return node.entries.flatMap(({ key, value }) => (value?.kind === "map" ? environment(String(key.value), value) : []));
}

function environment(name: string, of: MapNode): readonly Given[] {
  const [deploy, global, build] = ["deploy", "global", "build"].map((command) => parametersOf(of, command));
  const overrides = setting(deploy, "parameter_overrides") ?? setting(global, "parameter_overrides");
  if (!overrides) return [];
  const command = setting(deploy, "parameter_overrides") ? "deploy" : "global";
  const read = overridesIn(overrides, [name, command, "parameters", "parameter_overrides"]);
  const templates = [deploy, global, build].flatMap((settings) => {
    const file = setting(settings, "template_file") ?? setting(settings, "template");
    return file?.kind === "scalar" && !isBuilt(String(file.value)) ? [String(file.value)] : [];
  });
  return [{ name, ...read, templates }];
}

/** What a build or a packaging writes: it is made from the template that is reviewed, under whatever name. */
const isBuilt = (path: string): boolean => /(?:^|[/\\])(?:\.aws-sam|build|dist|out)[/\\]|packaged/i.test(path);

function parametersOf(environment: MapNode, command: string): MapNode | undefined {
  const settings = entryOf(environment, command)?.value;
  const parameters = settings?.kind === "map" ? entryOf(settings, "parameters")?.value : undefined;
  return parameters?.kind === "map" ? parameters : undefined;
}

const setting = (settings: MapNode | undefined, name: string): Node | undefined => settings && entryOf(settings, name)?.value;

/** `Name=value` with or without quotes, and the longer form of the AWS CLI, divided by blanks. */
const OVERRIDE = /(?:^|\s)(?:ParameterKey=(\w+),ParameterValue=|(\w+)=)("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|(?:\\.|[^\s"\\])*)/g;

function overridesIn(node: Node, steps: readonly string[]): Pick<Given, "values" | "open"> {
  const values = new Map<string, GivenValue>();
  if (node.kind === "map") {
    for (const { key, value } of node.entries)
      values.set(String(key.value), { text: value?.kind === "scalar" ? textOfScalar(value) : undefined, steps: [...steps, String(key.value)] });
    return { values, open: false };
  }
  let open = false;
  for (const [index, item] of (node.kind === "list" ? node.items : [node]).entries()) {
    const text = item.kind === "scalar" ? textOfScalar(item) : undefined;
    const at = node.kind === "list" ? [...steps, index] : steps;
    if (text === undefined || text.trim().startsWith("file:")) open = true;
    else for (const [, long, short, value = ""] of text.matchAll(OVERRIDE)) values.set(long ?? short ?? "", { text: unquoted(value), steps: at });
  }
  return { values, open };
}

function unquoted(value: string): string {
  const inner = /^"[\s\S]*"$|^'[\s\S]*'$/.test(value) && value.length > 1 ? value.slice(1, -1) : value;
  return inner.replace(/\\([ "'])/g, "$1");
}
