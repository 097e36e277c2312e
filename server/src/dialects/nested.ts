import { once } from "../base/memo.ts";
import { type Path, rootIn } from "../base/place.ts";
import { children, type Expression, entry, literalText } from "../model/expression.ts";
import { OUTPUTS } from "../model/settle.ts";
import type { Beside, BesideDocument } from "./beside.ts";
import { expressionOf, scan } from "./cloudformation/expression.ts";
import { isLocal } from "./cloudformation/include.ts";

/** Where each type of resource that nests a template names it. */
const LOCATIONS: Readonly<Record<string, string>> = { "AWS::CloudFormation::Stack": "TemplateURL", "AWS::Serverless::Application": "Location" };

/** A template that a resource of another one nests. */
export interface Nested {
  /** Relative to the folder of the template that nests it. */
  readonly location: string;
  readonly path: Path | undefined;
  /** What it is given for its parameters; undefined where that was not read wholly. */
  readonly parameters: ReadonlyMap<string, Expression> | undefined;
}

/** The template beside this one that a resource nests; undefined for any other resource, and for a template that lies elsewhere. */
export function nestedIn(body: Expression): Nested | undefined {
  const property = LOCATIONS[literalText(entry(body, "Type")) ?? ""];
  const location = property === undefined ? undefined : entry(body, "Properties", property);
  const text = literalText(location);
  if (text === undefined || !isLocal(text)) return undefined;
  const parameters = entry(body, "Properties", "Parameters");
  const none = parameters === undefined && entry(body, "Properties")?.is === "map";
  const known = parameters?.is === "map" && parameters.open === undefined ? parameters.entries : none ? NOTHING : undefined;
  return { location: text, path: location?.path, parameters: known };
}

const NOTHING: ReadonlyMap<string, Expression> = new Map();

/** What the outputs of the nested templates are known to be, in words of the template that nests them: id → output → value. */
export function outputsOf(resources: ReadonlyMap<string, Expression>, beside: Beside): ReadonlyMap<string, ReadonlyMap<string, Expression>> {
  const found = new Map<string, ReadonlyMap<string, Expression>>();
  for (const [id, body] of resources) {
    const nested = nestedIn(body);
    const document = nested && beside.document(nested.location);
    if (nested && document && "uri" in document) found.set(id, outputs(document, nested));
  }
  return found;
}

/** Whether anything in these resources asks a nested template for an output. */
export const asksForOutputs = (resources: ReadonlyMap<string, Expression>): boolean => [...resources.values()].some(mentionsOutput);

const mentionsOutput: (of: Expression) => boolean = once((of) => mentions(of, 0));

function mentions(of: Expression, depth: number): boolean {
  if (of.is === "attribute") return of.attribute.startsWith(OUTPUTS);
  return depth < 200 && children(of).some((child) => mentions(child, depth + 1));
}

function outputs(document: BesideDocument, nested: Nested): ReadonlyMap<string, Expression> {
  const whole = expressionOf(document.node, rootIn(document.uri, nested.path), scan(document.broken ? "a syntax error stands there" : undefined));
  const found = new Map<string, Expression>();
  const written = entry(whole, "Outputs");
  for (const [name, output] of written?.is === "map" ? written.entries : []) {
    const value = inTermsOf(entry(output, "Value"), entry(whole, "Parameters"), nested);
    if (value) found.set(name, value);
  }
  return found;
}

/**
 * A value of a nested template as the nesting one can say it: a literal, or what it gave for a parameter itself. Undefined
 * for what is about the nested template's own resources and conditions.
 */
function inTermsOf(value: Expression | undefined, parameters: Expression | undefined, nested: Nested): Expression | undefined {
  if (value?.is === "literal") return value;
  if (value?.is === "ref") {
    const declared = entry(parameters, value.name);
    if (!declared || !nested.parameters) return undefined;
    const given = nested.parameters.get(value.name) ?? entry(declared, "Default");
    return literalText(entry(declared, "Type"))?.startsWith("AWS::SSM::") ? undefined : given;
  }
  if (value?.is !== "text") return undefined;
  const parts = value.parts.map((part) => (typeof part === "string" ? part : inTermsOf(part, parameters, nested)));
  return parts.every((part) => part !== undefined) ? { ...value, parts } : undefined;
}
