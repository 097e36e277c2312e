import { stepsOf } from "../base/place.ts";
import type { Deployment } from "./deployment.ts";
import type { Expression } from "./expression.ts";
import type { ConditionExpression, Scope } from "./scope.ts";

/** At most this many assignments of conditions are tried for one check; beyond, its answer is unknown. */
export const MOST_WORLDS = 16;

/** Thrown through a check whose conditions have more assignments than can be tried; the engine answers unknown. */
export class TooManyWorlds extends Error {}

/**
 * One assignment of the conditions of a template, found out step by step: the first question about an undecided
 * comparison answers "true" and is remembered; `next` then turns the last such answer round.
 */
export class World {
  readonly #scope: Scope;
  readonly #answers: Map<string, boolean>;
  /** Comparisons in the order in which they were asked. */
  readonly #asked: string[];
  #deployment: Deployment | undefined;

  private constructor(scope: Scope, answers: Map<string, boolean>) {
    this.#scope = scope;
    this.#answers = answers;
    this.#asked = [...answers.keys()];
  }

  static first(scope: Scope): World {
    return new World(scope, new Map());
  }

  /** The world that differs in the last answer that was still "true"; undefined when all have been tried. */
  next(): World | undefined {
    const kept = [...this.#asked];
    for (let last = kept.pop(); last !== undefined; last = kept.pop()) {
      if (this.#answers.get(last))
        return new World(this.#scope, new Map([...kept.map((key) => [key, this.#answers.get(key) ?? false] as const), [last, false]]));
    }
    return undefined;
  }

  /** Whether a named condition holds here. */
  holds(name: string): boolean {
    return this.#decide({ is: "named", name }, 0);
  }

  /** The deployment that this world stands for; undefined as long as no answer depended on it. */
  get deployment(): Deployment | undefined {
    return this.#deployment;
  }

  /** The value that deployment gives a parameter; undefined where none of the deployments is known to give it one. */
  given(parameter: string): Expression | undefined {
    const { reviewed, leftOut } = this.#scope.deployments;
    const [first, ...others] = reviewed.map(({ parameters }) => parameters.get(parameter));
    const alike = others.every((other) => saysTheSame(first, other));
    if (first === undefined && alike) return undefined;
    return alike && leftOut.length === 0 ? first : this.#chosen().parameters.get(parameter);
  }

  #chosen(): Deployment {
    const { reviewed } = this.#scope.deployments;
    const last = reviewed.length - 1;
    const chosen = reviewed.find((_, index) => index === last || this.#ask(`deployment ${index}`));
    if (!chosen) throw new Error("No deployment is known.");
    this.#deployment = chosen;
    return chosen;
  }

  #decide(condition: ConditionExpression, depth: number): boolean {
    switch (condition.is) {
      case "not":
        return !this.#decide(condition.of, depth + 1);
      case "and":
        return condition.of.every((part) => this.#decide(part, depth + 1));
      case "or":
        return condition.of.some((part) => this.#decide(part, depth + 1));
      case "named": {
        const named = this.#scope.conditions.get(condition.name);
        const leaf = !named || named.is === "unknown" || depth > 20;
        return leaf ? this.#ask(`condition ${condition.name}`) : this.#decide(named, depth + 1);
      }
      case "equals":
        return this.#equals(condition.left, condition.right);
      case "unknown":
        return true;
    }
  }

  #equals(left: Expression, right: Expression): boolean {
    const [a, b] = [this.#term(left), this.#term(right)].sort();
    if (a === undefined || b === undefined) return this.#ask(`${JSON.stringify(stepsOf(left.path))} = ${JSON.stringify(stepsOf(right.path))}`);
    if (a === b) return true;
    if (a.startsWith("=") && b.startsWith("=")) return false;
    return this.#askParameter(a, b);
  }

  /** A parameter as the literal that deployment gives it, where deployment decides conditions. */
  #term(expression: Expression): string | undefined {
    const written = term(expression);
    if (expression.is !== "ref" || !this.#scope.deployments.reviewed.some(({ decides }) => decides)) return written;
    const given = this.given(expression.name);
    const decides = this.#deployment?.decides ?? this.#scope.deployments.reviewed.every((each) => each.decides);
    return given?.is === "literal" && decides ? term(given) : written;
  }

  /** `a` is a literal (`=text`), or both are names; two different literals exclude each other. */
  #askParameter(a: string, b: string): boolean {
    const key = `${b} ${a}`;
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const allowed = this.#scope.parameters.get(b.slice(1))?.allowed;
    if (a.startsWith("=")) {
      if (allowed && !allowed.includes(a.slice(1))) return false;
      if ([...this.#answers].some(([other, answer]) => answer && other.startsWith(`${b} =`))) return false;
      if (allowed?.every((text) => text === a.slice(1) || this.#answers.get(`${b} =${text}`) === false)) return true;
    }
    return this.#ask(key);
  }

  #ask(key: string): boolean {
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    if (this.#answers.size >= MOST_WORLDS) throw new TooManyWorlds();
    this.#answers.set(key, true);
    this.#asked.push(key);
    return true;
  }
}

function saysTheSame(a: Expression | undefined, b: Expression | undefined): boolean {
  if (a?.is !== "literal" || b?.is !== "literal") return a === b;
  return String(a.value) === String(b.value);
}

/** A literal as `=text`, a reference as `@name`; undefined for anything else. */
function term(expression: Expression): string | undefined {
  if (expression.is === "literal") return `=${expression.source ?? String(expression.value)}`;
  if (expression.is === "ref") return `@${expression.name}`;
  return undefined;
}
