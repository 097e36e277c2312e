import type { Meaning } from "../../code/meaning.ts";
import type { Resource } from "../../resource.ts";
import type { Structure } from "../../structure.ts";
import { type Term, type Unknown, unknown, type Value } from "../../value.ts";

/** The value that a function's template gives an environment variable; undefined where it surely declares none of that name. */
export function variableOf(fn: Resource<"function">, name: string): Value<Term | undefined> {
  const variables = fn.structure("environment");
  if (!variables.known) return variables;
  return variables.value?.term(name) ?? { ...variables, value: undefined };
}

/** The names of a function's environment variables, those of `Globals` included; unknown when there may be more. */
export function variablesOf(fn: Resource<"function">): Value<readonly string[]> {
  const variables = fn.structure("environment");
  if (!variables.known) return variables;
  const open = variables.value?.open;
  return open === undefined ? { ...variables, value: namesOf(variables.value) } : unknown(open, variables.place);
}

const namesOf = (variables: Structure | undefined): readonly string[] => variables?.keys ?? [];

/**
 * The resource of this template that a value in the code names: through an environment variable and its `Ref`, `GetAtt` or `Sub`, or by a literal
 * name. Undefined where it surely names none of this template; unknown where that does not show.
 */
export function resourceOf(of: Meaning | undefined, fn: Resource<"function">): Resource | undefined | Unknown {
  if (!of) return unknown("the code does not name it");
  switch (of.is) {
    case "variable": {
      const value = variableOf(fn, of.name);
      if (!value.known) return value;
      if (value.value === undefined || value.value === null) return unknown(`${of.name} is not declared`);
      return meantBy(value.value, fn);
    }
    case "text":
      return meantBy(of.value, fn);
    case "template":
      // `${process.env.BUCKET}/path`, and an address that ends in a literal name.
      return of.parts.length === 1 ? resourceOf(of.parts[0], fn) : unknown("the name is put together from pieces", of.place);
    case "either": {
      const found = of.of.map((one) => resourceOf(one, fn));
      const [first] = found;
      return found.every((one) => one === first) ? first : unknown("it may be one of several", of.place);
    }
    case "event":
      return unknown("it comes from the event", of.place);
    case "unknown":
      return unknown(of.reason, of.place);
    default:
      return unknown("where it comes from cannot be followed", of.place);
  }
}

function meantBy(value: Term, fn: Resource<"function">): Resource | undefined | Unknown {
  const meant = fn.meant(value);
  if (meant) return meant;
  return typeof value === "object" ? unknown("it is known at deployment only") : undefined;
}
