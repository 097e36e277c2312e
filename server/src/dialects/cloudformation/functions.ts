import { below, type Path } from "../../base/place.ts";
import type { Expression } from "../../model/expression.ts";
import type { Node } from "../../syntax/node.ts";
import { expressionOf, type Scan } from "./expression.ts";
import { includeOf } from "./include.ts";

/**
 * Reads the argument of an intrinsic function. `path` leads to the argument, `whole` to the function itself, which is
 * what a person would edit.
 */
type Read = (argument: Node | undefined, path: Path | undefined, whole: Path | undefined, state: Scan) => Expression;

/** Intrinsic functions by their long name. */
export const FUNCTIONS: ReadonlyMap<string, Read> = new Map<string, Read>([
  ["Ref", ref],
  ["Fn::GetAtt", getAtt],
  ["Fn::Sub", sub],
  ["Fn::If", ifElse],
  ["Fn::FindInMap", findInMap],
  ["Fn::Join", join],
  ["Fn::Select", select],
  ["Fn::Split", split],
  ["Fn::ToJsonString", (argument, path, _whole, state) => expressionOf(argument, path, state)],
  ["Fn::ImportValue", atDeployment("it is imported from another stack")],
  ["Fn::Base64", atDeployment("it is encoded at deployment")],
  ["Fn::Cidr", atDeployment("it is computed at deployment")],
  ["Fn::GetAZs", atDeployment("the zones are known at deployment only")],
  ["Fn::Length", atDeployment("it is computed at deployment")],
  ["Fn::Transform", transform],
  ["Fn::Equals", atDeployment("it is a condition")],
  ["Fn::Not", atDeployment("it is a condition")],
  ["Fn::And", atDeployment("it is a condition")],
  ["Fn::Or", atDeployment("it is a condition")],
  ["Condition", atDeployment("it is a condition")],
]);

export const textOf = (node: Node | undefined): string | undefined =>
  node?.kind === "scalar" && node.value !== null && !node.tag ? String(node.value) : undefined;

function malformed(name: string, whole: Path | undefined, inside: readonly Expression[] = []): Expression {
  return { is: "unknown", reason: `${name} is not written as CloudFormation expects it`, path: whole, inside };
}

function atDeployment(reason: string): Read {
  return (argument, path, whole, state) => ({ is: "unknown", reason, path: whole, inside: argument ? [expressionOf(argument, path, state)] : [] });
}

function transform(argument: Node | undefined, path: Path | undefined, whole: Path | undefined, state: Scan): Expression {
  const written = atDeployment("a transform writes it at deployment")(argument, path, whole, state);
  const include = includeOf(argument, path);
  return include && written.is === "unknown" ? { ...written, include } : written;
}

function ref(argument: Node | undefined, _path: Path | undefined, whole: Path | undefined): Expression {
  const name = textOf(argument);
  if (name === undefined || name === "") return malformed("Ref", whole);
  return name === "AWS::NoValue" ? { is: "nothing", path: whole } : { is: "ref", name, path: whole };
}

function getAtt(argument: Node | undefined, _path: Path | undefined, whole: Path | undefined): Expression {
  const written =
    argument?.kind === "list"
      ? argument.items.map(textOf)
      : textOf(argument)
          ?.split(/\.(.*)/s)
          .slice(0, 2);
  const [name, attribute] = written ?? [];
  return name && attribute ? { is: "attribute", name, attribute, path: whole } : malformed("Fn::GetAtt", whole);
}

function sub(argument: Node | undefined, path: Path | undefined, whole: Path | undefined, state: Scan): Expression {
  const template = textOf(argument?.kind === "list" ? argument.items[0] : argument);
  const variables = argument?.kind === "list" && argument.items[1]?.kind === "map" ? argument.items[1] : undefined;
  if (template === undefined) return malformed("Fn::Sub", whole, argument ? [expressionOf(argument, path, state)] : []);
  const own = new Map<string, Expression>();
  for (const entry of variables?.entries ?? []) {
    const key = String(entry.key.value);
    own.set(key, expressionOf(entry.value, below(below(path, 1), key), state));
  }
  const scalar = argument?.kind === "list" ? below(path, 0) : path;
  return { is: "text", parts: substituted(template, own, whole), path: whole, ...(scalar ? { scalar } : {}) };
}

function substituted(template: string, own: ReadonlyMap<string, Expression>, path: Path | undefined): readonly (string | Expression)[] {
  const parts: (string | Expression)[] = [];
  let at = 0;
  for (const match of template.matchAll(/\$\{(!?)\s*([^}]*?)\s*\}/g)) {
    const [whole, literally, name = ""] = match;
    if (match.index > at) parts.push(template.slice(at, match.index));
    at = match.index + whole.length;
    if (literally) parts.push(`\${${name}}`);
    else parts.push(own.get(name) ?? named(name, path));
  }
  if (at < template.length || parts.length === 0) parts.push(template.slice(at));
  return parts;
}

function named(name: string, path: Path | undefined): Expression {
  const dot = name.indexOf(".");
  if (dot > 0) return { is: "attribute", name: name.slice(0, dot), attribute: name.slice(dot + 1), path };
  return name === "" ? malformed("Fn::Sub", path) : { is: "ref", name, path };
}

function ifElse(argument: Node | undefined, path: Path | undefined, whole: Path | undefined, state: Scan): Expression {
  const items = argument?.kind === "list" ? argument.items : [];
  const condition = textOf(items[0]);
  const branches = [1, 2].map((index) => expressionOf(items[index], below(path, index), state));
  const [then, otherwise] = branches;
  if (condition === undefined || items.length !== 3 || !then || !otherwise) return malformed("Fn::If", whole, branches);
  return { is: "if", condition, then, else: otherwise, path: whole };
}

function findInMap(argument: Node | undefined, path: Path | undefined, whole: Path | undefined, state: Scan): Expression {
  const items = argument?.kind === "list" ? argument.items : [];
  if (items.length < 3) return malformed("Fn::FindInMap", whole);
  const keys = items.slice(0, 3).map((item, index) => expressionOf(item, below(path, index), state));
  const options = items[3] ? expressionOf(items[3], below(path, 3), state) : undefined;
  const otherwise = options?.is === "map" ? options.entries.get("DefaultValue") : undefined;
  return otherwise ? { is: "lookup", keys, otherwise, path: whole } : { is: "lookup", keys, path: whole };
}

function join(argument: Node | undefined, path: Path | undefined, whole: Path | undefined, state: Scan): Expression {
  const items = argument?.kind === "list" ? argument.items : [];
  const separator = textOf(items[0]);
  const list = expressionOf(items[1], below(path, 1), state);
  if (separator === undefined || items.length !== 2) return malformed("Fn::Join", whole, [list]);
  if (list.is !== "list") return { is: "unknown", reason: "the list is joined at deployment", path: whole, inside: [list] };
  const parts = list.items.flatMap((item, index) => {
    const part = item.is === "literal" ? String(item.value) : item;
    return index === 0 || separator === "" ? [part] : [separator, part];
  });
  return { is: "text", parts, path: whole };
}

function select(argument: Node | undefined, path: Path | undefined, whole: Path | undefined, state: Scan): Expression {
  const items = argument?.kind === "list" ? argument.items : [];
  if (items.length !== 2) return malformed("Fn::Select", whole);
  return { is: "pick", index: expressionOf(items[0], below(path, 0), state), from: expressionOf(items[1], below(path, 1), state), path: whole };
}

function split(argument: Node | undefined, path: Path | undefined, whole: Path | undefined, state: Scan): Expression {
  const items = argument?.kind === "list" ? argument.items : [];
  const separator = textOf(items[0]);
  const text = expressionOf(items[1], below(path, 1), state);
  return separator === undefined || items.length !== 2 ? malformed("Fn::Split", whole, [text]) : { is: "split", separator, text, path: whole };
}
