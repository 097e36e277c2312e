import type { Entry } from "../../model/code/entry.ts";
import type { Recogniser } from "../../model/code/facts.ts";
import type { HandlerFunction, HandlerView, MissingExport } from "../../model/code/handler.ts";
import type { Meaning } from "../../model/code/meaning.ts";
import type { LanguageName } from "../../model/code/module.ts";
import { type Unknown, unknown } from "../../model/value.ts";
import { Modules, type Reading } from "./modules.ts";
import type { Scope } from "./scope.ts";
import { Walk } from "./walk.ts";

export type { Reading } from "./modules.ts";

/** What is known of the code behind an entry, or why nothing is. */
export type Linked = { readonly is: "handler"; readonly view: HandlerView } | { readonly is: "missing export"; readonly missing: MissingExport } | Unknown;

/** Follows an entry through its modules: what its handler reaches, and what it does there. */
export function link(entry: Entry, reading: Reading, recognise: Readonly<Record<LanguageName, Recogniser>>): Linked {
  const modules = new Modules(reading);
  const scope = modules.open(entry.source, entry.roots);
  if (!scope) return modules.problems[0] ?? unknown("the code cannot be read");
  const exported = modules.exported(scope, entry.exportName);
  if (!exported || exported.is === "nothing") {
    if (mayOfferMore(scope)) return unknown(`${entry.exportName} cannot be followed`, entry.source.place);
    return { is: "missing export", missing: { entry, offered: modules.offered(scope), place: entry.source.place } };
  }
  const handler = handlerIn(exported, [], modules);
  const walk = new Walk(modules.evaluator, recognise, handler?.function.code);
  // What is imported runs first.
  for (const each of [...modules.reached].reverse()) walk.module(each, each.module.module.body);
  if (handler) walk.handler(handler.meaning, parametersOf(handler.meaning, handler.function));
  return { is: "handler", view: viewOf(entry, handler?.function, modules, walk) };
}

function viewOf(entry: Entry, handler: HandlerFunction | undefined, modules: Modules, walk: Walk): HandlerView {
  const { packages, problems, reached } = modules;
  const [missed] = walk.missed;
  const tooMuch = modules.evaluator.exhausted ? unknown("the code is too large to be followed") : missed === undefined ? undefined : unknown(missed);
  const resolved = problems[0] ?? tooMuch ?? (handler ? true : unknown("which function is the handler cannot be followed", entry.source.place));
  const unfollowed = walk.facts.find((fact) => fact.is === "unfollowed call");
  const complete = resolved !== true ? resolved : unfollowed ? unknown(unfollowed.reason, unfollowed.place) : true;
  return { entry, handler, modules: reached.map(({ module }) => module), packages, facts: walk.facts, resolved, complete };
}

type FunctionMeaning = Extract<Meaning, { is: "function" }>;

/** The function inside of what is exported, through wrappers: `middy(handler).use(…)`. */
function handlerIn(
  of: Meaning,
  wrappers: readonly string[],
  modules: Modules,
): { readonly meaning: FunctionMeaning; readonly function: HandlerFunction } | undefined {
  switch (of.is) {
    case "function": {
      const decorators = of.code.decorators.map((decorator) => packageOf(modules.evaluator.meaning(decorator, of.scope as Scope)));
      return { meaning: of, function: { code: of.code, place: placeOf(of), wrappers: [...wrappers, ...decorators] } };
    }
    case "made": {
      const around = [...new Set([...wrappers, packageOf(of.callee)])];
      for (const part of [...of.arguments, ...of.named.values(), of.callee]) {
        const found = part.is === "external" ? undefined : handlerIn(part, around, modules);
        if (found) return found;
      }
      return undefined;
    }
    case "member":
      return handlerIn(of.of, wrappers, modules);
    case "either":
      return of.of.map((one) => handlerIn(one, wrappers, modules)).find((found) => found !== undefined);
    default:
      return undefined;
  }
}

/** The name of the function is where a person looks; an arrow has only itself. */
const placeOf = ({ code, place }: FunctionMeaning) => ({ ...place, within: code.nameAt ?? code.at });

function packageOf(of: Meaning): string {
  if (of.is === "external") return of.package || of.path.join(".");
  if (of.is === "member") return packageOf(of.of);
  return of.is === "made" ? packageOf(of.callee) : "";
}

/** Event and context; what a third parameter is, depends on who calls. */
function parametersOf({ code, place }: FunctionMeaning, { wrappers }: HandlerFunction): readonly Meaning[] {
  const streams = wrappers.some((name) => name.includes("streamifyResponse"));
  const event: Meaning = { is: "event", path: [], place: { ...place, within: code.parameters[0]?.at ?? code.at } };
  const context: Meaning = { is: "context", path: [], place: { ...place, within: code.parameters[1]?.at ?? code.at } };
  if (streams) return [event, { is: "unknown", reason: "the response is streamed", place }, context];
  return [event, context, { is: "callback", place: { ...place, within: code.parameters[2]?.at ?? code.at } }];
}

/** Names that only a run would show: all of another module that can't be read, a module that is replaced as a whole. */
function mayOfferMore({ module: { module } }: Scope): boolean {
  if (module.broken.length > 0) return true;
  if (module.language === "python") return module.imports.some(({ name, local }) => name === "*" && local === undefined);
  return module.exports.some(({ name }) => name === "*" || name === "=");
}
