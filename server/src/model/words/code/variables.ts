import type { Span } from "../../../base/span.ts";
import type { Code, FunctionCode, Pattern, Statement } from "../../code/code.ts";
import type { EnvironmentRead } from "../../code/facts.ts";
import { factsOf, type HandlerView, type ReachedModule } from "../../code/handler.ts";
import type { Meaning } from "../../code/meaning.ts";
import { everyCodeIn, statementsIn } from "../../code/traverse.ts";

/** Whether what a variable holds surely matters to a handler: it is read for each event, it fails at once, or what it fills is used. */
export function isNeeded(read: EnvironmentRead, view: HandlerView): boolean {
  const module = view.modules.find(({ place }) => place.uri === read.place.uri);
  if (!module) return false;
  if (read.throws || goesIntoCalls(read.name, view)) return true;
  // `environ.get` says that the variable may be missing.
  if (module.module.language === "python") return false;
  return read.circumstances.perInvocation || fillsUsed(read, module, view);
}

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

/** Whether a binding that the read fills, when the module is loaded, is named in a function of that module that the handler goes through. */
function fillsUsed({ place }: EnvironmentRead, { module }: ReachedModule, view: HandlerView): boolean {
  const { within } = place;
  const filling = within && module.body.find((statement) => statement.at.start <= within.start && within.end <= statement.at.end);
  const names = new Set(filling?.do === "declare" ? namesIn(filling.to) : []);
  if (names.size === 0) return false;
  const reached = reachedFunctions(view);
  return [...everyCodeIn(module.body)].some((code) => code.is === "function" && reached.has(code) && mentions(code.body, names));
}

const mentions = (body: readonly Statement[], names: ReadonlySet<string>): boolean =>
  [...everyCodeIn(body)].some((code) => code.is === "name" && names.has(code.name));

function reachedFunctions({ handler, facts }: HandlerView): ReadonlySet<FunctionCode> {
  return new Set([...(handler ? [handler.code] : []), ...facts.flatMap(({ circumstances }) => circumstances.through)]);
}

function namesIn(to: Pattern): readonly string[] {
  if (to.is === "name") return [to.name];
  if (to.is === "fields") return to.fields.flatMap((field) => namesIn(field.to));
  return to.is === "items" ? to.items.flatMap((item) => (item ? namesIn(item) : [])) : [];
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
