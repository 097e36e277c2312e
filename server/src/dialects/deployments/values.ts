import { below, type Path, pathOf, rootIn, type Step } from "../../base/place.ts";
import type { Expression } from "../../model/expression.ts";
import type { ScalarNode } from "../../syntax/node.ts";

/** What a file of deployments gives for the parameters of one of them. */
export interface Given {
  /** The name that the file has for the deployment; undefined where it has none. */
  readonly name: string | undefined;
  readonly values: ReadonlyMap<string, GivenValue>;
  /** Some of the values stand where nobody looks, so that no parameter is known. */
  readonly open: boolean;
  /** The templates that it is for, as paths relative to the file; none where it does not say. */
  readonly templates: readonly string[];
}

export interface GivenValue {
  /** Undefined where deployment alone knows it. */
  readonly text: string | undefined;
  readonly steps: readonly Step[];
}

/** The value as an expression that stands in the file and is shown at the parameter. */
export function expressionOfGiven({ text, steps }: GivenValue, uri: string, parameter: string): Expression {
  let path: Path = rootIn(uri, pathOf(["Parameters", parameter]));
  for (const step of steps) path = below(path, step);
  if (text === undefined || isPlaceholder(text)) return { is: "unknown", reason: `the value of ${parameter} is filled in at deployment`, path };
  return { is: "literal", value: text, path };
}

/** Texts that scripts or people replace before they deploy. */
const isPlaceholder = (text: string): boolean =>
  /\$[({A-Z]|<[^<>]*>|\{\{|^%.*%$|^__\w+__$|change[-_ ]?me|\breplace[-_ ]?(?:me|this|with)\b|^\s*$|\bTODO\b/i.test(text);

/** A scalar as the text that CloudFormation gets. */
export const textOfScalar = ({ value, source }: ScalarNode): string | undefined => (value === null ? undefined : typeof value === "string" ? value : source);
