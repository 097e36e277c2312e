import type { Span } from "../../../base/span.ts";
import type { Code, Statement } from "../../code/code.ts";
import type { EnvironmentRead } from "../../code/facts.ts";
import { factsOf, type HandlerView } from "../../code/handler.ts";
import type { Meaning } from "../../code/meaning.ts";
import { everyCodeIn, statementsIn } from "../../code/traverse.ts";

/** Whether what a variable holds surely matters to a handler: its read fails at once, or a call is given it. */
export const isNeeded = (read: EnvironmentRead, view: HandlerView): boolean => read.throws || goesIntoCalls(read.name, view);

/** Whether any call of a service, or a client of one, is given the variable. */
export function goesIntoCalls(name: string, view: HandlerView): boolean {
  const given = [
    ...factsOf(view, "service call").flatMap(({ parameters }) => [...(parameters?.values() ?? [])]),
    ...factsOf(view, "http call").flatMap(({ url }) => (url ? [url] : [])),
  ];
  return given.some((one) => isMadeOf(one, name));
}

function isMadeOf(of: Meaning, name: string): boolean {
  if (of.is === "variable") return of.name === name && !of.default;
  if (of.is === "template") return of.parts.some((part) => isMadeOf(part, name));
  return false;
}

/** Whether code loads one of some packages, by an import or on the way: `require("dotenv").config()`. */
export function loads({ packages, modules }: HandlerView, names: ReadonlySet<string>): boolean {
  if (packages.some(({ name }) => names.has(name))) return true;
  return modules.some(({ module }) => [...everyCodeIn(module.body)].some((code) => code.is === "import" && names.has(code.specifier?.split("/")[0] ?? "")));
}

/** Whether code sets a variable itself, or hands the whole environment to something that may. */
export function setsVariable(name: string, { modules }: HandlerView): boolean {
  return modules.some(({ module }) =>
    [...everyCodeIn(module.body)].some((code) => (code.is === "assign" && code.to.is === "target" && isMember(code.to.code, name)) || fills(code)),
  );
}

const isMember = (code: Code, name: string): boolean => code.is === "member" && code.key === name;

/** `Object.assign(process.env, …)`, `os.environ.update(…)`. */
function fills(code: Code): boolean {
  if (code.is !== "call") return false;
  const [first] = code.arguments;
  const into = code.callee.is === "member" && FILLING.has(code.callee.key) ? [code.callee.of, first] : [];
  return into.some((one) => one?.is === "member" && (one.key === "env" || one.key === "environ"));
}

const FILLING: ReadonlySet<string> = new Set(["assign", "update", "setdefault"]);

/** Whether a read stands behind a condition that asks for another variable, such as `NODE_ENV`. */
export function dependsOnVariables({ place }: EnvironmentRead, { facts, modules }: HandlerView): boolean {
  const asked = facts.flatMap((fact) => (fact.is === "environment read" && fact.guarded && fact.place.uri === place.uri ? [fact.place.within] : []));
  const module = modules.find(({ place: { uri } }) => uri === place.uri);
  return branchesIn(module?.module.body ?? []).some(({ test, at }) => holds(at, place.within) && asked.some((span) => holds(test, span)));
}

const holds = (outer: Span, inner: Span | undefined): boolean => inner !== undefined && outer.start <= inner.start && inner.end <= outer.end;

function branchesIn(body: readonly Statement[]): readonly { readonly test: Span; readonly at: Span }[] {
  const functions = [...everyCodeIn(body)].flatMap((code) => (code.is === "function" ? [code.body] : []));
  return [body, ...functions].flatMap((statements) => [...branches(statements)]);
}

function* branches(body: readonly Statement[]): Generator<{ readonly test: Span; readonly at: Span }> {
  for (const statement of statementsIn(body)) if (statement.do === "branch") yield { test: statement.test.at, at: statement.at };
}
