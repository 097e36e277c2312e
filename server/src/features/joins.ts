import type { Place } from "../base/place.ts";
import { type Join, joinedIn, viewOf } from "../engine/joined.ts";
import { isOfCode } from "../engine/review-code.ts";
import type { EnvironmentRead } from "../model/code/facts.ts";
import { factsOf } from "../model/code/handler.ts";
import type { Graph } from "../model/graph.ts";
import { variableOf } from "../model/words/code/joined.ts";
import { templatesOf } from "./places.ts";
import type { View } from "./view.ts";

/** A function with its code, and the template that it stands in. */
export interface Joining {
  readonly join: Join;
  readonly graph: Graph;
  /** Address of the template. */
  readonly template: string;
}

/** The functions of a template, or those whose code reaches the document. */
export function joiningsOf(view: View): readonly Joining[] {
  const { review, snapshot } = view;
  return templatesOf(view).flatMap((template) => {
    const joined = joinedIn(template, snapshot);
    const joins = isOfCode(review) ? (review.owners.find((owner) => owner.review === template)?.joins ?? []) : (joined?.joins ?? []);
    return joined ? joins.map((join) => ({ join, graph: joined.graph, template: template.uri })) : [];
  });
}

/** Where a function's handler stands: its name, or the file where which function it is can't be followed. */
export function handlerPlace(join: Join): Place | undefined {
  const view = viewOf(join);
  return view && (view.handler?.place ?? view.entry.source.place);
}

/** What a function's template says the handler is, with its place; undefined where it does not say. */
export function handlerText({ fn }: Join): { readonly text: string; readonly place: Place } | undefined {
  const handler = fn.text("handler");
  return handler.known && handler.value !== undefined ? { text: handler.value, place: handler.place } : undefined;
}

/** The environment variables that the code of a function reads. */
export function readsOf(join: Join): readonly EnvironmentRead[] {
  const view = viewOf(join);
  return view ? factsOf(view, "environment read") : [];
}

/** Where the template of a function declares a variable; undefined where it does not, as far as it says. */
export function declarationOf({ fn }: Join, name: string): Place | undefined {
  const variable = variableOf(fn, name);
  return variable.known && variable.value !== undefined ? variable.place : undefined;
}
