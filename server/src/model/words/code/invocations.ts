import type { ServiceCall } from "../../code/facts.ts";
import { factsOf, type HandlerView } from "../../code/handler.ts";
import type { Meaning } from "../../code/meaning.ts";
import type { Context } from "../../context.ts";
import type { Resource } from "../../resource.ts";
import { isUnknown } from "../../value.ts";
import { calledAs } from "../asynchronous.ts";
import { handlerOf } from "./handler.ts";
import { resourceOf } from "./joined.ts";
import { distinct } from "./sites.ts";

/** A call of a function's code that invokes another function of the template. */
export interface Invocation {
  readonly call: ServiceCall;
  readonly caller: Resource<"function">;
  readonly called: Resource<"function">;
  /** Whether the caller waits for the answer; otherwise Lambda queues the event. */
  readonly waits: boolean;
}

/** What a function's code invokes of this template, each place once. What only checks the permission is left out, and so is what cannot be followed. */
export function invocationsOf(caller: Resource<"function">, view: HandlerView): readonly Invocation[] {
  const calls = distinct(factsOf(view, "service call")).filter(({ service, operation }) => service === "lambda" && INVOKING.has(operation));
  return calls.flatMap((call) => {
    const called = functionOf(resourceOf(call.parameters?.get("FunctionName"), caller));
    const waits = called && waitsFor(call);
    return called && waits !== undefined ? [{ call, caller, called, waits }] : [];
  });
}

/** The invocations of a function by the code of the functions that name it. */
export function invocationsTo(called: Resource<"function">, context: Pick<Context, "graph" | "codeOf">): readonly Invocation[] {
  const { graph } = context;
  const users = calledAs(graph, called).flatMap((name) => graph.mentioning(name));
  const callers = new Map(users.flatMap((by) => (by.is("function") && by.id !== called.id ? [[by.id, by] as const] : [])));
  return [...callers.values()].flatMap((caller) => {
    const handler = handlerOf(caller, context);
    return handler.known ? invocationsOf(caller, handler.value).filter((one) => one.called.id === called.id) : [];
  });
}

const INVOKING: ReadonlySet<string> = new Set(["Invoke", "InvokeAsync", "InvokeWithResponseStream"]);

/** Undefined where it does not show, or where nothing is run. */
function waitsFor({ operation, parameters, open }: ServiceCall): boolean | undefined {
  if (operation === "InvokeAsync") return false;
  const type = parameters?.get("InvocationType");
  if (!type) return parameters && !open ? true : undefined;
  const named = typeNamed(type);
  return named === "RequestResponse" ? true : named === "Event" ? false : undefined;
}

/** A literal, or a member of the SDK's own list of types. */
function typeNamed(type: Meaning): string | undefined {
  if (type.is === "text") return type.value;
  return type.is === "external" ? type.path.at(-1) : undefined;
}

function functionOf(named: ReturnType<typeof resourceOf>): Resource<"function"> | undefined {
  if (!named || isUnknown(named)) return undefined;
  if (named.is("function")) return named;
  const behind = named.is("alias", "version") ? named.reference("function") : undefined;
  return behind?.known && behind.value?.is("function") ? behind.value : undefined;
}
