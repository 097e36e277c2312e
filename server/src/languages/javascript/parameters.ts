import type { Code, Parameter } from "../../model/code/code.ts";
import { codeOf } from "./expressions.ts";
import { defaultedOf, patternOf } from "./patterns.ts";
import { type Part, partsOf, type Reading, soundPartsOf, spanOf, wordsBetween } from "./syntax.ts";

/** A parameter as TypeScript writes it. */
export interface TypedParameter extends Parameter {
  /** Whether it is a field of the class too: `private readonly db: Db`. */
  readonly field: boolean;
  readonly decorators: readonly Code[];
}

export const plainParameter = ({ to, default: value, rest, at }: TypedParameter): Parameter => ({ to, default: value, rest, at });

/** The parameters among the parts of a function, without `this`, which says a type. */
export function parametersOf(reading: Reading, parts: readonly Part[]): readonly TypedParameter[] {
  const list = parts.find(({ kind }) => kind === "formal_parameters");
  if (!list) return [];
  return soundPartsOf(reading, list)
    .map((part) => parameterOf(reading, part))
    .filter(({ to }) => to.is !== "target" || to.code.is !== "name" || to.code.name !== "this");
}

export function parameterOf(reading: Reading, part: Part): TypedParameter {
  const typed = part.kind === "required_parameter" || part.kind === "optional_parameter";
  if (typed) return typedParameter(reading, part);
  return { ...placeOf(reading, part), field: false, decorators: [], at: spanOf(part) };
}

function typedParameter(reading: Reading, part: Part): TypedParameter {
  const parts = soundPartsOf(reading, part);
  const decorators = parts.filter(({ kind }) => kind === "decorator");
  const [place, value] = parts.slice(decorators.length);
  if (!place) return { to: { is: "items", items: [], at: spanOf(part) }, default: undefined, rest: false, field: false, decorators: [], at: spanOf(part) };
  const { to, rest, default: inner } = placeOf(reading, place);
  return {
    to,
    rest,
    default: value ? codeOf(reading, value) : inner,
    field: wordsBetween(reading, decorators.at(-1)?.end ?? part.start, place.start) !== "",
    decorators: decorators.map((decorator) => codeOf(reading, decorator)),
    at: spanOf(part),
  };
}

function placeOf(reading: Reading, part: Part): Omit<Parameter, "at"> {
  if (part.kind !== "rest_pattern") return { ...defaultedOf(reading, part), rest: false };
  const [inner] = partsOf(reading, part);
  return { to: inner ? patternOf(reading, inner) : { is: "items", items: [], at: spanOf(part) }, default: undefined, rest: true };
}
