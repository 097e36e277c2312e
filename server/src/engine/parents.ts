import { folderOf, nameOf, resolveUri } from "../base/address.ts";
import { once } from "../base/memo.ts";
import { below, type Path, pathOf, rootIn, stepsOf } from "../base/place.ts";
import { bodyOf, entriesOf } from "../dialects/cloudformation/entries.ts";
import { type Nested, nestedIn } from "../dialects/nested.ts";
import type { Deployment } from "../model/deployment.ts";
import type { Expression } from "../model/expression.ts";
import type { Parameter } from "../model/scope.ts";
import { read } from "../syntax/read.ts";
import type { Look } from "./deployments.ts";
import type { FileState, Snapshot } from "./snapshot.ts";

/** What the root template of an application is mostly called; it is looked for this many folders above. */
const ROOTS = ["template.yaml", "template.yml"];
const FOLDERS_ABOVE = 2;

/**
 * How templates that nest this one deploy it: what all of them pass alike is known, what only one passes or what refers to
 * something of theirs is unknown. Undefined where no template is known to nest it.
 */
export function deploymentByParents(snapshot: Snapshot, template: string, parameters: ReadonlyMap<string, Parameter>, look: Look): Deployment | undefined {
  for (const uri of roots(template)) look(uri);
  const nestings: Nesting[] = [];
  for (const [uri, state] of snapshot.files) if (state.state === "loaded" && uri !== template) nestings.push(...nestingsOf(uri, state, template));
  const [first] = nestings;
  if (!first) return undefined;
  const given = new Map<string, Expression>();
  for (const parameter of parameters.keys()) {
    const value = passed(parameter, nestings);
    if (value) given.set(parameter, value);
  }
  return { name: nameOf(first.uri), parameters: given, decides: true };
}

function roots(template: string): readonly string[] {
  const found: string[] = [];
  let folder = folderOf(template);
  for (let above = 0; folder !== undefined && above < FOLDERS_ABOVE; above += 1) {
    folder = folderOf(folder);
    if (folder !== undefined) for (const name of ROOTS) found.push(folder + name);
  }
  return found;
}

interface Nesting {
  readonly uri: string;
  readonly nested: Nested;
}

function nestingsOf(uri: string, state: Loaded, template: string): readonly Nesting[] {
  if (!/\.(?:ya?ml|json|template)$/i.test(uri)) return [];
  return nestedBy(state).flatMap((nested) => (resolveUri(uri, nested.location) === template ? [{ uri, nested }] : []));
}

/** Whether a text may nest templates at all, by words alone. */
export const mayNest = (text: string): boolean => /AWS::(?:CloudFormation::Stack|Serverless::Application)\b/.test(text);

type Loaded = Extract<FileState, { state: "loaded" }>;

const nestedBy = once((state: Loaded): readonly Nested[] =>
  mayNest(state.text) ? entriesOf(read(state.text), "Resources").flatMap((entry) => nestedIn(bodyOf(entry)) ?? []) : [],
);

function passed(parameter: string, nestings: readonly Nesting[]): Expression | undefined {
  const values = nestings.map(({ nested }) => (nested.parameters ? nested.parameters.get(parameter) : UNREAD));
  const [first] = values;
  if (values.every((value) => value === undefined)) return undefined;
  const alike = first?.is === "literal" && values.every((value) => value?.is === "literal" && String(value.value) === String(first.value));
  if (!alike || !nestings[0])
    return { is: "unknown", reason: `${parameter} is given by ${[...new Set(nestings.map(({ uri }) => nameOf(uri)))].join(" and ")}`, path: undefined };
  let path: Path = rootIn(nestings[0].uri, pathOf(["Parameters", parameter]));
  for (const step of stepsOf(first.path)) path = below(path, step);
  return { ...first, path };
}

const UNREAD: Expression = { is: "unknown", reason: "what is passed was not read wholly", path: undefined };
